import type { LogtoInvitation, ManagementApi } from '@org-portal/management-api';
import { Problem, notFound } from '../problem/problem.ts';

interface InvitationKey {
  organizationId: string;
  invitationId: string;
}

/**
 * Loads an invitation of the organization. Logto does not nest invitations under organizations, so one of another
 * organization would be found, and is treated as one that does not exist.
 */
export async function findInvitation(
  api: ManagementApi,
  { organizationId, invitationId }: InvitationKey,
): Promise<LogtoInvitation> {
  const invitation = await api.invitations.get(invitationId);
  if (invitation.organizationId !== organizationId) throw notFound();
  return invitation;
}

/** @throws Problem `invitation.not_pending` */
export async function findPendingInvitation(
  api: ManagementApi,
  key: InvitationKey,
): Promise<LogtoInvitation> {
  const invitation = await findInvitation(api, key);
  if (invitation.status !== 'Pending') {
    throw new Problem(
      'invitation.not_pending',
      `This invitation is ${invitation.status.toLowerCase()} already.`,
    );
  }
  return invitation;
}
