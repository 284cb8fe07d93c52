import { z } from 'zod';
import { nameInUse, notExists, notExistsWithId, notFound, nothingToChange } from '../http/request-error.ts';
import { created, list, noContent, ok, route } from '../http/route.ts';
import { containing } from '../store/like.ts';
import { newId } from '../store/new-id.ts';
import type { Store } from '../store/store.ts';
import { defined, description, name, search } from './fields.ts';
import { byName } from './order.ts';
import { inTenant } from './present.ts';

function find(store: Store, id: string) {
  const row = store.organizationScopes.get(id);
  if (!row) throw notExistsWithId('organization_scopes', id);
  return row;
}

function assertFree(store: Store, wanted: string | undefined, self?: string): void {
  if (store.organizationScopes.list().some((row) => row.name === wanted && row.id !== self))
    throw nameInUse();
}

export const organizationScopes = [
  route({
    method: 'POST',
    path: '/organization-scopes',
    body: z.object({ name, description: description.optional() }),
    handle({ store, body }) {
      assertFree(store, body.name);
      const row = { id: newId(), name: body.name, description: body.description ?? null };
      return created(inTenant(store.organizationScopes.insert(row)));
    },
  }),
  route({
    method: 'GET',
    path: '/organization-scopes',
    query: search,
    paging: 'asked',
    handle({ store, query: { q } }) {
      const fits = q ? containing(q) : () => true;
      const rows = store.organizationScopes.list().filter((row) => fits(row.id) || fits(row.name));
      return list(rows.toSorted(byName), inTenant);
    },
  }),
  route({
    method: 'GET',
    path: '/organization-scopes/{id}',
    handle: ({ store, params }) => ok(inTenant(find(store, params.id))),
  }),
  route({
    method: 'PATCH',
    path: '/organization-scopes/{id}',
    body: z.object({ name: name.optional(), description: description.optional() }),
    handle({ store, params, body }) {
      if (Object.keys(body).length === 0) throw nothingToChange();
      const row = store.organizationScopes.get(params.id);
      if (!row) throw notExists('organization_scope');
      assertFree(store, body.name, row.id);
      return ok(inTenant(store.organizationScopes.update(row, defined(body))));
    },
  }),
  route({
    method: 'DELETE',
    path: '/organization-scopes/{id}',
    handle({ store, params }) {
      if (!store.deleteOrganizationScope(params.id)) throw notFound();
      return noContent();
    },
  }),
];
