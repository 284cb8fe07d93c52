import { z } from 'zod';
import { notExistsWithId, nothingToChange, RequestError } from '../http/request-error.ts';
import { list, noContent, ok, route } from '../http/route.ts';
import { newId } from '../store/new-id.ts';
import type { Store } from '../store/store.ts';
import { advancedSearch } from './advanced-search.ts';
import { assertScopesAssignable } from './assignable-scopes.ts';
import { defined, ids, name, roleType } from './fields.ts';
import { inTenant, roleWithHolders } from './present.ts';

export function findRole(store: Store, id: string) {
  const row = store.roles.get(id);
  if (!row) throw notExistsWithId('roles', id);
  return row;
}

function assertFree(store: Store, wanted: string | undefined, self?: string): void {
  if (wanted !== undefined && store.roles.list().some((row) => row.name === wanted && row.id !== self))
    throw new RequestError(422, 'role.name_in_use', { name: wanted });
}

/** The tenant-wide roles; not to be confused with those in an organization. */
export const roles = [
  route({
    method: 'GET',
    path: '/roles',
    query: z.object({
      type: roleType.optional(),
      excludeUserId: z.string().optional(),
      excludeApplicationId: z.string().optional(),
    }),
    handle({ store, query: { type, excludeUserId = '', excludeApplicationId = '' }, search }) {
      const fits = advancedSearch(search, ['id', 'name', 'description']);
      const rows = store.roles.newestFirst(
        (row) =>
          (!type || row.type === type) &&
          !store.userRoles.has(excludeUserId, row.id) &&
          !store.applicationRoles.has(excludeApplicationId, row.id) &&
          fits(row),
      );
      return list(rows, roleWithHolders(store));
    },
  }),
  route({
    method: 'POST',
    path: '/roles',
    body: z.object({
      name,
      description: name,
      type: roleType.default('User'),
      isDefault: z.boolean().default(false),
      scopeIds: ids.default([]),
    }),
    handle({ store, body: { scopeIds, ...given } }) {
      assertFree(store, given.name);
      assertScopesAssignable(store, given.type, scopeIds);
      const row = store.roles.insert({ id: newId(), ...given });
      for (const scopeId of scopeIds) store.roleScopes.add(row.id, scopeId);
      return ok(inTenant(row));
    },
  }),
  route({
    method: 'GET',
    path: '/roles/{id}',
    handle: ({ store, params }) => ok(inTenant(findRole(store, params.id))),
  }),
  route({
    method: 'PATCH',
    path: '/roles/{id}',
    body: z.object({
      name: name.optional(),
      description: name.optional(),
      isDefault: z.boolean().optional(),
    }),
    handle({ store, params, body }) {
      const row = findRole(store, params.id);
      assertFree(store, body.name, row.id);
      if (Object.keys(body).length === 0) throw nothingToChange();
      return ok(inTenant(store.roles.update(row, defined(body))));
    },
  }),
  route({
    method: 'DELETE',
    path: '/roles/{id}',
    handle({ store, params }) {
      store.deleteRole(findRole(store, params.id).id);
      return noContent();
    },
  }),
];
