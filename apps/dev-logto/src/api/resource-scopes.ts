import { z } from 'zod';
import { notExists, notFound, nothingToChange, RequestError } from '../http/request-error.ts';
import { created, list, noContent, ok, route } from '../http/route.ts';
import { newId } from '../store/new-id.ts';
import type { Store } from '../store/store.ts';
import { advancedSearch } from './advanced-search.ts';
import { defined } from './fields.ts';
import { inTenant } from './present.ts';
import { assertNotManagementApi, findResource } from './resources.ts';

const body = z.object({ name: z.string().min(1).max(256), description: z.string().nullish() });

/** A scope's name has no space, and is its own within the resource. */
function assertName(store: Store, resourceId: string, name: string | undefined, self?: string): void {
  if (name === undefined) return;
  if (/\s/.test(name)) throw new RequestError(400, 'scope.name_with_space');
  const taken = store.resourceScopes
    .list()
    .some((row) => row.resourceId === resourceId && row.name === name && row.id !== self);
  if (taken) throw new RequestError(422, 'scope.name_exists', { name });
}

export const resourceScopes = [
  route({
    method: 'GET',
    path: '/resources/{resourceId}/scopes',
    handle({ store, params: { resourceId }, search }) {
      const fits = advancedSearch(search, ['id', 'name', 'description']);
      const rows = store.resourceScopes.newestFirst((row) => row.resourceId === resourceId && fits(row));
      return list(rows, inTenant);
    },
  }),
  route({
    method: 'POST',
    path: '/resources/{resourceId}/scopes',
    body,
    handle({ store, params: { resourceId }, body: { name, description = null } }) {
      assertNotManagementApi(findResource(store, resourceId));
      assertName(store, resourceId, name);
      const row = { id: newId(), resourceId, name, description, createdAt: Date.now() };
      return created(inTenant(store.resourceScopes.insert(row)));
    },
  }),
  route({
    method: 'PATCH',
    path: '/resources/{resourceId}/scopes/{scopeId}',
    body: body.partial(),
    handle({ store, params: { resourceId, scopeId }, body: given }) {
      assertNotManagementApi(findResource(store, resourceId));
      assertName(store, resourceId, given.name, scopeId);
      if (Object.keys(given).length === 0) throw nothingToChange();
      const row = store.resourceScopes.get(scopeId);
      if (row?.resourceId !== resourceId) throw notExists('scope');
      return ok(inTenant(store.resourceScopes.update(row, defined(given))));
    },
  }),
  route({
    method: 'DELETE',
    path: '/resources/{resourceId}/scopes/{scopeId}',
    handle({ store, params: { resourceId, scopeId } }) {
      assertNotManagementApi(findResource(store, resourceId));
      if (store.resourceScopes.get(scopeId)?.resourceId !== resourceId) throw notFound();
      store.deleteResourceScope(scopeId);
      return noContent();
    },
  }),
];
