import type { Invitation } from '@org-portal/contract';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { ChangeDialog } from '../../changes/ChangeDialog.tsx';
import type { Change } from '../../changes/use-change.ts';
import { useOrganization } from '../../organization/organization-context.ts';
import { resendChange } from './resend-change.ts';
import type { InvitationAction } from './use-invitation-actions.ts';

interface InvitationDialogProps {
  action: InvitationAction;
  invitation: Invitation;
  onClosed: () => void;
}

interface Words {
  title: string;
  submit: string;
  /** What follows from it. */
  follows: string;
  change: Change;
}

/** Asks before something is done with one invitation, and names it. */
export default function InvitationDialog({ action, invitation, onClosed }: InvitationDialogProps) {
  const { t } = useTranslation();
  const { name } = useOrganization();
  const { title, submit, follows, change } = WORDS[action](invitation, name, t);
  return (
    <ChangeDialog
      isDangerous={action !== 'resend'}
      title={title}
      submit={submit}
      change={() => change}
      onClosed={onClosed}
    >
      <p className="dialog-text">{follows}</p>
    </ChangeDialog>
  );
}

const WORDS: Record<InvitationAction, (invitation: Invitation, organization: string, t: TFunction) => Words> =
  {
    resend: (invitation, _, t) => ({
      title: t('invitations.resendTo', { address: invitation.invitee }),
      submit: t('invitations.resend'),
      follows: t('invitations.resendFollows', { address: invitation.invitee }),
      change: resendChange(invitation, t),
    }),
    revoke: ({ id, invitee: address }, organization, t) => ({
      title: t('invitations.revokeTitle', { address }),
      submit: t('invitations.revokeSubmit'),
      follows: t('invitations.revokeFollows', { address, organization }),
      change: {
        method: 'post',
        path: 'invitations/{invitationId}/revoke',
        params: { invitationId: id },
        success: t('invitations.revoked', { address }),
        failure: t('invitations.revokeFailed', { address }),
      },
    }),
    delete: ({ id, invitee: address, status }, organization, t) => ({
      title: t('invitations.deleteTitle', { address }),
      submit: t('invitations.deleteSubmit'),
      follows: {
        Pending: t('invitations.deletePendingFollows', { address, organization }),
        Accepted: t('invitations.deleteAcceptedFollows'),
        Expired: t('invitations.deleteOverFollows'),
        Revoked: t('invitations.deleteOverFollows'),
      }[status],
      change: {
        method: 'delete',
        path: 'invitations/{invitationId}',
        params: { invitationId: id },
        success: t('invitations.deleted', { address }),
        failure: t('invitations.deleteFailed', { address }),
      },
    }),
  };
