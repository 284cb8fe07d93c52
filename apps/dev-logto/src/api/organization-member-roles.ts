import { z } from 'zod';
import { constraintViolated, missingForeignKey, notFound, RequestError } from '../http/request-error.ts';
import { created, createdWithoutBody, list, noContent, ok, route } from '../http/route.ts';
import type { Store } from '../store/store.ts';
import { ids, someIds } from './fields.ts';
import { inTenant } from './present.ts';

const assigned = z.object({ organizationRoleIds: ids.optional(), organizationRoleNames: ids.optional() });

function assertMember(store: Store, organizationId: string, userId: string): void {
  if (!store.members.has(organizationId, userId))
    throw new RequestError(422, 'organization.require_membership');
}

/** Ids and names together, once each. 422 for a name or id that is not there, or a machine's role. */
function roleIds(
  store: Store,
  { organizationRoleIds = [], organizationRoleNames = [] }: z.output<typeof assigned>,
): string[] {
  const idOf = new Map(store.organizationRoles.list().map((role) => [role.name, role.id]));
  const unknown = organizationRoleNames.filter((name) => !idOf.has(name));
  if (unknown.length > 0)
    throw new RequestError(422, 'organization.role_names_not_found', { names: unknown.join(', ') });
  const all = new Set([
    ...organizationRoleIds,
    ...organizationRoleNames.flatMap((name) => idOf.get(name) ?? []),
  ]);
  assertAssignable(store, all);
  return [...all];
}

/** What the database's foreign key and check on the role's type refuse. */
export function assertAssignable(
  store: Store,
  organizationRoleIds: Iterable<string>,
  type: 'User' | 'MachineToMachine' = 'User',
): void {
  const roles = [...organizationRoleIds].map((id) => store.organizationRoles.get(id));
  if (roles.includes(undefined)) throw missingForeignKey();
  if (roles.some((role) => role?.type !== type)) throw constraintViolated();
}

export const organizationMemberRoles = [
  route({
    method: 'POST',
    path: '/organizations/{id}/users/roles',
    body: z.object({ userIds: someIds, organizationRoleIds: someIds }),
    handle({ store, params, body }) {
      if (!body.userIds.every((userId) => store.members.has(params.id, userId))) throw missingForeignKey();
      assertAssignable(store, body.organizationRoleIds);
      for (const userId of body.userIds) {
        for (const roleId of body.organizationRoleIds) store.members.addRole(params.id, userId, roleId);
      }
      return createdWithoutBody();
    },
  }),
  route({
    method: 'GET',
    path: '/organizations/{id}/users/{userId}/roles',
    paging: 'asked',
    handle({ store, params }) {
      assertMember(store, params.id, params.userId);
      const held = store.members.rolesOf(params.id, params.userId);
      return list(
        held.flatMap((id) => store.organizationRoles.get(id) ?? []),
        inTenant,
      );
    },
  }),
  route({
    method: 'POST',
    path: '/organizations/{id}/users/{userId}/roles',
    body: assigned,
    handle({ store, params, body }) {
      assertMember(store, params.id, params.userId);
      const organizationRoleIds = roleIds(store, body);
      for (const roleId of organizationRoleIds) store.members.addRole(params.id, params.userId, roleId);
      return created({ organizationRoleIds });
    },
  }),
  route({
    method: 'PUT',
    path: '/organizations/{id}/users/{userId}/roles',
    body: assigned,
    handle({ store, params, body }) {
      assertMember(store, params.id, params.userId);
      store.members.replaceRoles(params.id, params.userId, roleIds(store, body));
      return noContent();
    },
  }),
  route({
    method: 'DELETE',
    path: '/organizations/{id}/users/{userId}/roles/{organizationRoleId}',
    handle({ store, params }) {
      assertMember(store, params.id, params.userId);
      if (!store.members.removeRole(params.id, params.userId, params.organizationRoleId)) throw notFound();
      return noContent();
    },
  }),
  route({
    method: 'GET',
    path: '/organizations/{id}/users/{userId}/scopes',
    handle({ store, params }) {
      assertMember(store, params.id, params.userId);
      return ok(store.scopesOf(params.id, params.userId).map(inTenant));
    },
  }),
];
