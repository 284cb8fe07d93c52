import { z } from 'zod';
import { invalidRequest, notFound } from '../http/request-error.ts';
import { ok, route } from '../http/route.ts';
import type { Invitation } from '../store/entities.ts';
import type { Store } from '../store/store.ts';
import { statusOf } from './invitation-status.ts';
import { findInvitation } from './invitations.ts';
import { assertAssignable } from './organization-member-roles.ts';
import { invitation } from './present.ts';

/** Makes the accepting user a member with the roles of the invitation, or refuses without a change. */
function join(store: Store, row: Invitation, userId: string): void {
  const user = store.users.get(userId);
  if (!user) throw notFound();
  if (user.primaryEmail?.toLowerCase() !== row.invitee.toLowerCase()) {
    throw invalidRequest(422, 'The accepted user must have the same email as the invitee.');
  }
  assertAssignable(store, row.organizationRoleIds);
  store.members.add(row.organizationId, userId);
  for (const roleId of row.organizationRoleIds) store.members.addRole(row.organizationId, userId, roleId);
}

export const invitationAnswers = [
  route({
    method: 'PUT',
    path: '/organization-invitations/{id}/status',
    body: z.object({
      acceptedUserId: z.string().max(21).nullish(),
      status: z.enum(['Accepted', 'Revoked']),
    }),
    handle({ store, params, body: { status, acceptedUserId } }) {
      if (status === 'Accepted' && !acceptedUserId) {
        throw invalidRequest(422, 'The `acceptedUserId` is required when accepting an invitation.');
      }
      const row = findInvitation(store, params.id);
      if (statusOf(row) !== 'Pending') {
        throw invalidRequest(422, 'The status of the invitation cannot be changed anymore.');
      }
      if (status === 'Accepted' && acceptedUserId) join(store, row, acceptedUserId);
      const accepted = status === 'Accepted' && acceptedUserId ? { acceptedUserId } : {};
      const changed = store.invitations.update(row, { status, ...accepted, updatedAt: Date.now() });
      return ok(invitation(store)(changed));
    },
  }),
];
