import type { LogtoInvitation } from '@org-portal/management-api';
import type { Portal } from '../portal.ts';
import { renewInvitation, type By } from './alter.ts';
import { attemptOn } from './attempt.ts';
import { requireMayGive } from './ceiling.ts';
import { needsRenewal } from './expiry.ts';
import { findInvitation, requirePending, type InvitationKey } from './find.ts';
import { namingRecipient } from './recipient-limit.ts';
import { messageAgain } from './message.ts';
import type { Replaced } from './replace.ts';

export type Resent = Replaced & { isRenewed: boolean };

/**
 * Sends the message again. Where it would lead to an invitation that has expired, or does within a day, a new one takes
 * its place and is sent.
 * @throws Problem `invitation.not_pending`; as `renewInvitation` does; ManagementApiError `email.not_configured`
 */
export async function resendInvitation(portal: Portal, key: InvitationKey, by: By): Promise<Resent> {
  const { api, record } = portal;
  const invitation = await findInvitation(api, key, by.change);
  if (invitation.status === 'Expired' || (isPending(invitation) && needsRenewal(invitation))) {
    return { ...(await renewInvitation(portal, key, undefined, by)), isRenewed: true };
  }
  requirePending(invitation);
  await requireMayGive(portal, invitation, by);
  const message = await messageAgain(portal, invitation);
  await record.change(by.change, attemptOn(invitation), () =>
    namingRecipient(invitation.invitee, api.invitations.sendMessage(invitation.id, message)),
  );
  return { invitation, isMailed: true, isRenewed: false };
}

const isPending = ({ status }: LogtoInvitation): boolean => status === 'Pending';
