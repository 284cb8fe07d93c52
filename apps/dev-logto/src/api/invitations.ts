import { z } from 'zod';
import { invalidRequest, missingForeignKey, nameInUse, notFound } from '../http/request-error.ts';
import { created, noContent, ok, route } from '../http/route.ts';
import type { Invitation } from '../store/entities.ts';
import { newId } from '../store/new-id.ts';
import type { Store } from '../store/store.ts';
import type { Mailer } from '../outbox/mailer.ts';
import { id, ids } from './fields.ts';
import { statusOf } from './invitation-status.ts';
import { invitation } from './present.ts';

const message = z
  .object({ code: z.string(), link: z.string(), locale: z.string(), uiLocales: z.string() })
  .partial()
  .passthrough();

export function findInvitation(store: Store, invitationId: string): Invitation {
  const row = store.invitations.get(invitationId);
  if (!row) throw notFound();
  return row;
}

function deliver(
  store: Store,
  mailer: Mailer,
  row: Invitation,
  payload: z.output<typeof message>,
): Promise<void> {
  const { id: organizationId, name } = store.organizations.get(row.organizationId) ?? { id: '', name: '' };
  const inviter = row.inviterId === null ? undefined : store.users.get(row.inviterId);
  return mailer.send({
    to: row.invitee,
    type: 'OrganizationInvitation',
    payload: {
      organization: { id: organizationId, name },
      ...(inviter && { inviter: { id: inviter.id, name: inviter.name, primaryEmail: inviter.primaryEmail } }),
      ...payload,
    },
  });
}

/** As in the real one: members by the exact e-mail, pending ones by the exact address. */
function assertInvitable(store: Store, organizationId: string, invitee: string): void {
  const user = store.users.byEmail(invitee);
  if (user?.primaryEmail === invitee && store.members.has(organizationId, user.id)) {
    throw invalidRequest(422, 'The invitee is already a member of the organization.');
  }
  if (!store.organizations.has(organizationId)) throw missingForeignKey();
  const pending = (row: Invitation) =>
    row.organizationId === organizationId && row.invitee === invitee && statusOf(row) === 'Pending';
  if (store.invitations.toAddress(invitee).some(pending)) throw nameInUse();
}

export const invitations = [
  route({
    method: 'POST',
    path: '/organization-invitations',
    body: z.object({
      inviterId: z.string().max(21).nullish(),
      invitee: z.string().email().min(1).max(256),
      organizationId: id.max(21),
      expiresAt: z.number(),
      organizationRoleIds: ids.optional(),
      messagePayload: message.or(z.literal(false)).default(false),
    }),
    async handle({
      store,
      mailer,
      body: { messagePayload, organizationRoleIds = [], inviterId = null, ...given },
    }) {
      const now = Date.now();
      if (given.expiresAt <= now)
        throw invalidRequest(400, 'The value of `expiresAt` must be in the future.');
      assertInvitable(store, given.organizationId, given.invitee);
      if (inviterId !== null && !store.users.has(inviterId)) throw missingForeignKey();
      if (!organizationRoleIds.every((roleId) => store.organizationRoles.has(roleId)))
        throw missingForeignKey();
      const row: Invitation = {
        id: newId(),
        inviterId,
        invitee: given.invitee,
        acceptedUserId: null,
        organizationId: given.organizationId,
        status: 'Pending',
        createdAt: now,
        updatedAt: now,
        expiresAt: given.expiresAt,
        organizationRoleIds: [...new Set(organizationRoleIds)],
      };
      if (messagePayload) await deliver(store, mailer, row, messagePayload);
      return created(invitation(store)(store.invitations.insert(row)));
    },
  }),
  route({
    method: 'GET',
    path: '/organization-invitations',
    query: z.object({ organizationId: id, inviterId: id, invitee: id }).partial(),
    handle({ store, query: { organizationId, inviterId, invitee } }) {
      const { invitations } = store;
      const few =
        invitee !== undefined
          ? invitations.toAddress(invitee)
          : organizationId !== undefined
            ? invitations.ofOrganization(organizationId)
            : invitations.list();
      const rows = few.filter(
        (row) =>
          (organizationId === undefined || row.organizationId === organizationId) &&
          (inviterId === undefined || row.inviterId === inviterId),
      );
      return ok(rows.reverse().map(invitation(store)));
    },
  }),
  route({
    method: 'GET',
    path: '/organization-invitations/{id}',
    handle: ({ store, params }) => ok(invitation(store)(findInvitation(store, params.id))),
  }),
  route({
    method: 'DELETE',
    path: '/organization-invitations/{id}',
    handle({ store, params }) {
      if (!store.invitations.delete(params.id)) throw notFound();
      return noContent();
    },
  }),
  route({
    method: 'POST',
    path: '/organization-invitations/{id}/message',
    body: message,
    async handle({ store, mailer, params, body }) {
      await deliver(store, mailer, findInvitation(store, params.id), body);
      return noContent();
    },
  }),
];
