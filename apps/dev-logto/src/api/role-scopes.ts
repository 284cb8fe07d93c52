import { z } from 'zod';
import { notFound, RequestError } from '../http/request-error.ts';
import { created, list, noContent, route } from '../http/route.ts';
import type { ResourceScope } from '../store/entities.ts';
import type { Store } from '../store/store.ts';
import { advancedSearch } from './advanced-search.ts';
import { assertScopesAssignable } from './assignable-scopes.ts';
import { someIds } from './fields.ts';
import { inTenant } from './present.ts';
import { findRole } from './roles.ts';

const scopesOf = (store: Store, roleId: string): ResourceScope[] =>
  store.roleScopes.rightOf(roleId).flatMap((id) => store.resourceScopes.get(id) ?? []);

/** What a tenant-wide role allows on the tenant's API resources. */
export const roleScopes = [
  route({
    method: 'GET',
    path: '/roles/{id}/scopes',
    paging: 'asked',
    handle({ store, params, search }) {
      findRole(store, params.id);
      const rows = scopesOf(store, params.id).filter(advancedSearch(search, ['id', 'name', 'description']));
      return list(rows, (row) => ({
        ...inTenant(row),
        resource: inTenant(store.resources.get(row.resourceId) ?? {}),
      }));
    },
  }),
  route({
    method: 'POST',
    path: '/roles/{id}/scopes',
    body: z.object({ scopeIds: someIds }),
    handle({ store, params, body: { scopeIds } }) {
      const { type } = findRole(store, params.id);
      const known = scopeIds.find((scopeId) => store.roleScopes.has(params.id, scopeId));
      if (known !== undefined) throw new RequestError(422, 'role.scope_exists', { scopeId: known });
      assertScopesAssignable(store, type, scopeIds);
      for (const scopeId of scopeIds) store.roleScopes.add(params.id, scopeId);
      return created(scopesOf(store, params.id).map(inTenant));
    },
  }),
  route({
    method: 'DELETE',
    path: '/roles/{id}/scopes/{scopeId}',
    handle({ store, params }) {
      if (!store.roleScopes.delete(params.id, params.scopeId)) throw notFound();
      return noContent();
    },
  }),
];
