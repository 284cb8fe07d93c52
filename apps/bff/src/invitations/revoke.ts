import type { LogtoInvitation } from '@org-portal/management-api';
import type { Portal } from '../portal.ts';
import type { By } from './alter.ts';
import { attemptOn } from './attempt.ts';
import { joinLink } from './link.ts';
import { requireMayGive, requireMayTakeAway } from './ceiling.ts';
import { findInvitation, findPendingInvitation, type InvitationKey } from './find.ts';

/**
 * Revoking takes the invitation's roles away, so they must be below the ceiling.
 * @throws Problem `invitation.not_pending`, `role.above_ceiling`
 */
export async function revokeInvitation(portal: Portal, key: InvitationKey, by: By): Promise<LogtoInvitation> {
  const { api, record } = portal;
  const invitation = await findPendingInvitation(api, key, by.change);
  await requireMayTakeAway(portal, invitation, by);
  return record.change(by.change, attemptOn(invitation, 'Revoked'), () =>
    api.invitations.revoke(invitation.id),
  );
}

/** Takes an invitation in whatever state off the list. @throws Problem `role.above_ceiling` */
export async function deleteInvitation(portal: Portal, key: InvitationKey, by: By): Promise<void> {
  const { api, record } = portal;
  const invitation = await findInvitation(api, key, by.change);
  await requireMayTakeAway(portal, invitation, by);
  await record.change(by.change, attemptOn(invitation), () => api.invitations.delete(invitation.id));
}

/**
 * @returns the link of a pending invitation, to be handed over; that it was given out is on record
 * @throws Problem `invitation.not_pending`, `role.above_ceiling`, `role.not_assignable`: the link gives the roles
 */
export async function copyLink(portal: Portal, key: InvitationKey, by: By): Promise<string> {
  const invitation = await findPendingInvitation(portal.api, key, by.change);
  await requireMayGive(portal, invitation, by);
  const { organizationId, invitee, expiresAt } = invitation;
  return portal.record.change(by.change, attemptOn(invitation), async () =>
    joinLink(portal.settings, { organizationId, invitee, expiresAt, via: 'copy' }),
  );
}
