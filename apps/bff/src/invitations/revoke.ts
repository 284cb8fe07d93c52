import type { LogtoInvitation } from '@org-portal/management-api';
import type { Portal } from '../portal.ts';
import type { Change } from '../record/change.ts';
import { attemptOn } from './attempt.ts';
import { joinLink } from './link.ts';
import { findInvitation, findPendingInvitation, type InvitationKey } from './find.ts';

/** @throws Problem `invitation.not_pending` */
export async function revokeInvitation(
  { api, record }: Portal,
  key: InvitationKey,
  change: Change,
): Promise<LogtoInvitation> {
  const invitation = await findPendingInvitation(api, key, change);
  return record.change(change, attemptOn(invitation, 'Revoked'), () => api.invitations.revoke(invitation.id));
}

/** Takes an invitation in whatever state off the list. */
export async function deleteInvitation(
  { api, record }: Portal,
  key: InvitationKey,
  change: Change,
): Promise<void> {
  const invitation = await findInvitation(api, key, change);
  await record.change(change, attemptOn(invitation), () => api.invitations.delete(invitation.id));
}

/** @returns the link of a pending invitation, to be handed over; that it was given out is on record */
export async function copyLink(portal: Portal, key: InvitationKey, change: Change): Promise<string> {
  const invitation = await findPendingInvitation(portal.api, key, change);
  const { organizationId, invitee, expiresAt } = invitation;
  return portal.record.change(change, attemptOn(invitation), async () =>
    joinLink(portal.settings, { organizationId, invitee, expiresAt, via: 'copy' }),
  );
}
