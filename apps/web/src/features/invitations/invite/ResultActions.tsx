import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

interface ResultActionsProps {
  /** Rows of the list that were not sent. */
  left: number;
  onBack: () => void;
  onDone: () => void;
}

export function ResultActions({ left, onBack, onDone }: ResultActionsProps) {
  const { t } = useTranslation();
  return (
    <div className="invite-actions">
      {left > 0 && <Button onClick={onBack}>{t('invite.backToRest', { count: left })}</Button>}
      <Button type="primary" onClick={onDone}>
        {t('invitations.done')}
      </Button>
    </div>
  );
}
