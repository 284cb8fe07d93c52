import type { LogtoInvitation, ManagementApi } from '@org-portal/management-api';
import type { Change } from '../record/change.ts';
import { Problem, notFound } from '../problem/problem.ts';

interface InvitationKey {
  organizationId: string;
  invitationId: string;
}

/**
 * Loads an invitation of the organization, and tells the change whom it is about. Logto does not nest invitations under
 * organizations, so one of another organization would be found, and is treated as one that does not exist.
 */
export async function findInvitation(
  api: ManagementApi,
  { organizationId, invitationId }: InvitationKey,
  change: Change,
): Promise<LogtoInvitation> {
  const invitation = await api.invitations.get(invitationId);
  if (invitation.organizationId !== organizationId) throw notFound();
  change.target = { type: 'invitation', id: invitation.id, name: invitation.invitee };
  return invitation;
}

/** @throws Problem `invitation.not_pending` */
export async function findPendingInvitation(
  api: ManagementApi,
  key: InvitationKey,
  change: Change,
): Promise<LogtoInvitation> {
  const invitation = await findInvitation(api, key, change);
  if (invitation.status !== 'Pending') {
    throw new Problem(
      'invitation.not_pending',
      `This invitation is ${invitation.status.toLowerCase()} already.`,
    );
  }
  return invitation;
}
