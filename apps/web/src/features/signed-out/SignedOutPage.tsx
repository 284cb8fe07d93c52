import { LogoutOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useLanguage } from '../../i18n/use-language.ts';
import { problemCodeWords } from '../../problems/problem-words.ts';
import { signInPath } from '../../session/sign-in.ts';
import { RequestId } from '../../ui/RequestId.tsx';
import { StateMessage } from '../../ui/StateMessage.tsx';

/** After signing out, and where a sign-in ends that did not work (`?problem=<code>&instance=<request id>`). */
export default function SignedOutPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const [query] = useSearchParams();
  const problem = query.get('problem');
  const requestId = query.get('instance');
  const title = problem === 'session.unavailable' ? 'unavailableTitle' : problem ? 'problemTitle' : 'title';
  return (
    <main className="lone-page">
      <StateMessage
        isPage
        icon={problem ? <WarningOutlined /> : <LogoutOutlined />}
        title={t(`signedOut.${title}`)}
        actions={
          <Button type="primary" href={signInPath('/', language)}>
            {problem ? t('signedOut.signInAgain') : t('signedOut.signIn')}
          </Button>
        }
      >
        <p>{problem ? problemCodeWords(problem, t) : t('signedOut.hint')}</p>
        {requestId && <RequestId id={requestId} />}
      </StateMessage>
    </main>
  );
}
