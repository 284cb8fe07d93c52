import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { MAX_AWAITED } from './draft/plan.ts';
import type { Invite } from './use-invite.ts';

interface SendActionsProps {
  invite: Invite;
  onCancel: () => void;
}

export function SendActions({ invite: { draft, isPending }, onCancel }: SendActionsProps) {
  const { t } = useTranslation();
  const { ready: count, by, rows } = draft;
  const isLost = draft.isLooking && draft.lookUp.error !== undefined;
  const left = rows.length - count;
  const verb = by === 'link' ? t('invite.link', { count }) : t('invite.send', { count });
  return (
    <div className="invite-actions">
      <p className="invite-actions-note muted">
        {left > 0 && <span>{t('invite.notSent', { count: left })}</span>}
        {count > MAX_AWAITED && <span>{t('invite.inBackground')}</span>}
      </p>
      <Button disabled={isPending} onClick={onCancel}>
        {t('changes.cancel')}
      </Button>
      <Button
        type="primary"
        htmlType="submit"
        form="invite"
        disabled={isLost}
        loading={isPending || (draft.isLooking && !isLost)}
      >
        {count === 0 ? t('invitations.sendNone') : verb}
      </Button>
    </div>
  );
}
