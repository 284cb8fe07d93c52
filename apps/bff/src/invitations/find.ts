import type { LogtoInvitation, ManagementApi } from '@org-portal/management-api';
import type { Change } from '../record/change.ts';
import { Problem, notFound } from '../problem/problem.ts';

export interface InvitationKey {
  organizationId: string;
  invitationId: string;
}

/**
 * Loads an invitation of the organization, and tells the change whom it is about. Logto does not nest invitations under
 * organizations, so one of another organization would be found, and is treated as one that does not exist.
 */
export async function findInvitation(
  api: Pick<ManagementApi, 'invitations'>,
  { organizationId, invitationId }: InvitationKey,
  change?: Change,
): Promise<LogtoInvitation> {
  const invitation = await api.invitations.get(invitationId);
  if (invitation.organizationId !== organizationId) throw notFound();
  if (change) change.target = { type: 'invitation', id: invitation.id, name: invitation.invitee };
  return invitation;
}

/** @throws Problem `invitation.not_pending` */
export function requirePending({ status }: LogtoInvitation): void {
  if (status === 'Pending') return;
  throw new Problem('invitation.not_pending', `This invitation is ${status.toLowerCase()} already.`);
}

/** @throws Problem `invitation.not_pending` */
export async function findPendingInvitation(
  api: Pick<ManagementApi, 'invitations'>,
  key: InvitationKey,
  change: Change,
): Promise<LogtoInvitation> {
  const invitation = await findInvitation(api, key, change);
  requirePending(invitation);
  return invitation;
}
