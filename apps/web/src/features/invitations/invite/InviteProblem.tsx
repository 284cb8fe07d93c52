import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemWords } from '../../../problems/problem-words.ts';
import { RequestId } from '../../../ui/RequestId.tsx';

/** Why nothing was sent at all, and what to do. */
export function InviteProblem({ error }: { error: unknown }) {
  const { t } = useTranslation();
  const { text, requestId } = problemWords(error, t);
  return (
    <Alert
      className="invite-problem"
      type="error"
      showIcon
      role="alert"
      title={t('invitations.notSent')}
      description={
        <>
          <p>{text}</p>
          {requestId && <RequestId id={requestId} />}
        </>
      }
    />
  );
}
