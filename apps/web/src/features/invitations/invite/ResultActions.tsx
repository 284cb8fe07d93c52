import type { InvitationResult } from '@org-portal/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { failedAddresses } from './outcome.ts';

interface ResultActionsProps {
  results: readonly InvitationResult[];
  onRetry: () => void;
  onDone: () => void;
}

export function ResultActions({ results, onRetry, onDone }: ResultActionsProps) {
  const { t } = useTranslation();
  const count = failedAddresses(results).length;
  return (
    <div className="invite-actions">
      {count > 0 && <Button onClick={onRetry}>{t('invitations.retry', { count })}</Button>}
      <Button type="primary" onClick={onDone}>
        {t('invitations.done')}
      </Button>
    </div>
  );
}
