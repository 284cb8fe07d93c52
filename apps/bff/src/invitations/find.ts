import type { LogtoInvitation, ManagementApi } from '@org-portal/management-api';
import type { Change } from '../record/change.ts';
import { Problem, notFound } from '../problem/problem.ts';

interface InvitationKey {
  organizationId: string;
  invitationId: string;
}

/**
 * Loads an invitation of the organization. Logto does not nest invitations under organizations, so one of another
 * organization would be found, and is treated as one that does not exist.
 * @param change learns to whom the invitation goes, so that the record of a refusal can name them
 */
export async function findInvitation(
  api: ManagementApi,
  { organizationId, invitationId }: InvitationKey,
  change: Change,
): Promise<LogtoInvitation> {
  const invitation = await api.invitations.get(invitationId);
  if (invitation.organizationId !== organizationId) throw notFound();
  change.target = { ...change.target, name: invitation.invitee };
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
