import type { Invitation } from '@org-portal/contract';
import type { TFunction } from 'i18next';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangeDialog } from '../../changes/ChangeDialog.tsx';
import type { Change } from '../../changes/use-change.ts';
import { useOrganization } from '../../organization/organization-context.ts';
import { exactTime } from '../../format/date-time.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { isRenewedByResending, renewedUntil } from '../../invitation/renewal.ts';
import { renewChange, resendChange } from './resend-change.ts';
import type { InvitationAction } from './use-invitation-actions.ts';
import { serverNow } from '../../clock/server-time.ts';

type Asked = Exclude<InvitationAction, 'change' | 'link'>;

interface InvitationDialogProps {
  action: Asked;
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
  const language = useLanguage();
  const [now] = useState(serverNow);
  const { name } = useOrganization();
  const { title, submit, follows, change } = WORDS[action]({
    invitation,
    organization: name,
    now,
    t,
    language,
  });
  return (
    <ChangeDialog
      isDangerous={action === 'revoke' || action === 'delete'}
      title={title}
      submit={submit}
      change={() => change}
      onClosed={onClosed}
    >
      <p className="dialog-text">{follows}</p>
    </ChangeDialog>
  );
}

interface About {
  invitation: Invitation;
  organization: string;
  /** Milliseconds. */
  now: number;
  t: TFunction;
  language: string;
}

const WORDS: Record<Asked, (about: About) => Words> = {
  resend: ({ invitation, now, t, language }) => {
    const { invitee: address } = invitation;
    const when = exactTime(renewedUntil(invitation, now), language);
    return {
      title: t('invitations.resendTo', { address }),
      submit: t('invitations.resend'),
      follows: isRenewedByResending(invitation, now)
        ? t('following.renewFollows', { address, when })
        : t('invitations.resendFollows', { address }),
      change: resendChange(invitation, t, language),
    };
  },
  renew: ({ invitation, now, t, language }) => {
    const expiresAt = renewedUntil(invitation, now);
    const when = exactTime(expiresAt, language);
    return {
      title: t('following.renewTitle', { address: invitation.invitee }),
      submit: t('following.renewSubmit'),
      follows: t('following.renewFollows', { address: invitation.invitee, when }),
      change: renewChange(invitation, expiresAt, t, language),
    };
  },
  revoke: ({ invitation: { id, invitee: address }, organization, t }) => ({
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
  delete: ({ invitation: { id, invitee: address, status }, organization, t }) => ({
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
