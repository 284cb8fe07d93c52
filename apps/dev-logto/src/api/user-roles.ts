import { z } from 'zod';
import { notFound, RequestError } from '../http/request-error.ts';
import { created, list, noContent, ok, route } from '../http/route.ts';
import type { Store } from '../store/store.ts';
import { advancedSearch } from './advanced-search.ts';
import { ids } from './fields.ts';
import { inTenant } from './present.ts';
import { findRole } from './roles.ts';
import { findUser } from './users.ts';

function assertAssignable(store: Store, roleIds: readonly string[]): void {
  if (roleIds.some((id) => store.roles.get(id)?.type === 'MachineToMachine'))
    throw new RequestError(422, 'user.invalid_role_type');
  for (const id of roleIds) findRole(store, id);
}

/** The tenant-wide roles of a user; not to be confused with those in an organization. */
export const userRoles = [
  route({
    method: 'GET',
    path: '/users/{userId}/roles',
    handle({ store, params: { userId }, search }) {
      findUser(store, userId);
      const rows = store.userRoles.rightOf(userId).flatMap((id) => store.roles.get(id) ?? []);
      return list(rows.filter(advancedSearch(search, ['id', 'name', 'description'])), inTenant);
    },
  }),
  route({
    method: 'POST',
    path: '/users/{userId}/roles',
    body: z.object({ roleIds: ids }),
    handle({ store, params: { userId }, body: { roleIds } }) {
      findUser(store, userId);
      assertAssignable(store, roleIds);
      const addedRoleIds = roleIds.filter((roleId) => store.userRoles.add(userId, roleId));
      return created({ roleIds, addedRoleIds });
    },
  }),
  route({
    method: 'PUT',
    path: '/users/{userId}/roles',
    body: z.object({ roleIds: ids }),
    handle({ store, params: { userId }, body: { roleIds } }) {
      findUser(store, userId);
      assertAssignable(store, roleIds);
      store.userRoles.replace(userId, roleIds);
      return ok({ roleIds });
    },
  }),
  route({
    method: 'DELETE',
    path: '/users/{userId}/roles/{roleId}',
    handle({ store, params }) {
      if (!store.userRoles.delete(params.userId, params.roleId)) throw notFound();
      return noContent();
    },
  }),
];
