import type { Invitation } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../ui/ActionButton.tsx';
import type { InvitationActions } from './use-invitation-actions.ts';

interface InvitationRowActionsProps {
  invitation: Invitation;
  actions: InvitationActions;
}

export function InvitationRowActions({ invitation, actions: { may, start } }: InvitationRowActionsProps) {
  const { t } = useTranslation();
  const { invitee: address, status } = invitation;
  const notPending = status === 'Pending' ? undefined : t(`invitations.notPending.${status}`);
  return (
    <span className="row-actions">
      {may.resend && (
        <ActionButton
          label={t('invitations.resendTo', { address })}
          disabledReason={notPending}
          onClick={() => start('resend', invitation)}
        >
          {t('invitations.resend')}
        </ActionButton>
      )}
      {may.revoke && (
        <ActionButton
          isDangerous
          label={t('invitations.revokeOf', { address })}
          disabledReason={notPending}
          onClick={() => start('revoke', invitation)}
        >
          {t('invitations.revoke')}
        </ActionButton>
      )}
      {may.delete && (
        <ActionButton
          isDangerous
          label={t('invitations.deleteOf', { address })}
          onClick={() => start('delete', invitation)}
        >
          {t('invitations.delete')}
        </ActionButton>
      )}
    </span>
  );
}
