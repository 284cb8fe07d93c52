import { z } from 'zod';
import { missingForeignKey, notFound, RequestError } from '../http/request-error.ts';
import { created, list, noContent, ok, route } from '../http/route.ts';
import type { Store } from '../store/store.ts';
import { ids, someIds } from './fields.ts';
import { inTenant } from './present.ts';
import { findUser } from './users.ts';

function assertAssignable(store: Store, roleIds: readonly string[]): void {
  const roles = roleIds.map((id) => store.roles.get(id));
  if (roles.includes(undefined)) throw missingForeignKey();
  if (roles.some((role) => role?.type !== 'User')) throw new RequestError(422, 'user.invalid_role_type');
}

/** The tenant-wide roles of a user; not to be confused with those in an organization. */
export const userRoles = [
  route({
    method: 'GET',
    path: '/users/{userId}/roles',
    handle({ store, params: { userId } }) {
      findUser(store, userId);
      return list(
        store.userRoles.rightOf(userId).flatMap((id) => store.roles.get(id) ?? []),
        inTenant,
      );
    },
  }),
  route({
    method: 'POST',
    path: '/users/{userId}/roles',
    body: z.object({ roleIds: someIds }),
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
