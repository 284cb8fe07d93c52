import { WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { problemWords } from '../problems/problem-words.ts';
import { RequestId } from './RequestId.tsx';
import { StateMessage } from './StateMessage.tsx';

interface ErrorStateProps {
  /** What the data provider rejected with. */
  error: unknown;
  onRetry: () => void;
  isPage?: boolean;
}

/** Something could not be loaded: what happened, what to do, the request id, "Try again". */
export function ErrorState({ error, onRetry, isPage }: ErrorStateProps) {
  const { t } = useTranslation();
  const { text, requestId } = problemWords(error, t);
  return (
    <StateMessage
      role="alert"
      isPage={isPage}
      icon={<WarningOutlined />}
      title={t('states.loadFailed')}
      actions={
        <Button type="primary" onClick={onRetry}>
          {t('states.tryAgain')}
        </Button>
      }
    >
      <p>{text}</p>
      {requestId && <RequestId id={requestId} />}
    </StateMessage>
  );
}
