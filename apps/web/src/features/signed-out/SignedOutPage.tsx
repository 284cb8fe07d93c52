import { LogoutOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useLanguage } from '../../i18n/use-language.ts';
import { problemCodeWords } from '../../problems/problem-words.ts';
import { signInPath } from '../../session/sign-in.ts';
import { EVERYWHERE } from '../../session/sign-out.ts';
import { RequestId } from '../../ui/RequestId.tsx';
import { StateMessage } from '../../ui/StateMessage.tsx';

const TITLES = { here: 'signedOut.title', everywhere: 'signedOut.everywhereTitle' } as const;
const HINTS = { here: 'signedOut.hint', everywhere: 'signedOut.everywhereHint' } as const;

const REQUEST_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const problemTitle = (code: string) =>
  code === 'session.unavailable' ? 'signedOut.unavailableTitle' : 'signedOut.problemTitle';

/**
 * After signing out, here or everywhere, and where a sign-in ends that did not work
 * (`?problem=<code>&instance=<request id>`).
 */
export default function SignedOutPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const [query] = useSearchParams();
  const problem = query.get('problem');
  const end = query.has(EVERYWHERE) ? 'everywhere' : 'here';
  const instance = query.get('instance') ?? '';
  // Anybody may write a link to this page: what is not a request id is not shown as one.
  const requestId = REQUEST_ID.test(instance) ? instance : undefined;
  return (
    <main className="lone-page">
      <StateMessage
        isPage
        icon={problem ? <WarningOutlined /> : <LogoutOutlined />}
        title={problem ? t(problemTitle(problem)) : t(TITLES[end])}
        actions={
          <Button type="primary" href={signInPath('/', language)}>
            {problem ? t('signedOut.signInAgain') : t('signedOut.signIn')}
          </Button>
        }
      >
        <p>{problem ? problemCodeWords(problem, t) : t(HINTS[end])}</p>
        {requestId && <RequestId id={requestId} />}
      </StateMessage>
    </main>
  );
}
