import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Invitee } from './invitees.ts';

interface SendActionsProps {
  invitees: readonly Invitee[];
  isPending: boolean;
  onCancel: () => void;
}

export function SendActions({ invitees, isPending, onCancel }: SendActionsProps) {
  const { t } = useTranslation();
  const count = invitees.filter(({ isValid }) => isValid).length;
  return (
    <div className="invite-actions">
      <Button onClick={onCancel}>{t('changes.cancel')}</Button>
      <Button type="primary" htmlType="submit" form="invite" loading={isPending}>
        {count === 0 ? t('invitations.sendNone') : t('invitations.send', { count })}
      </Button>
    </div>
  );
}
