import { z } from 'zod';
import { missingForeignKey, nameInUse, notExists, notFound, nothingToChange } from '../http/request-error.ts';
import { created, list, noContent, ok, route } from '../http/route.ts';
import { containing } from '../store/like.ts';
import { newId } from '../store/new-id.ts';
import type { Store } from '../store/store.ts';
import { defined, description, ids, name, roleType, search } from './fields.ts';
import { byName } from './order.ts';
import { inTenant, roleWithScopes } from './present.ts';

function findOrganizationRole(store: Store, id: string) {
  const row = store.organizationRoles.get(id);
  if (!row) throw notFound();
  return row;
}

function assertFree(store: Store, wanted: string | undefined, self?: string): void {
  if (store.organizationRoles.list().some((row) => row.name === wanted && row.id !== self)) throw nameInUse();
}

export const organizationRoles = [
  route({
    method: 'POST',
    path: '/organization-roles',
    body: z.object({
      name,
      description: description.optional(),
      type: roleType.default('User'),
      organizationScopeIds: ids.default([]),
      resourceScopeIds: ids.default([]),
    }),
    handle({ store, body }) {
      assertFree(store, body.name);
      if (!body.organizationScopeIds.every((id) => store.organizationScopes.has(id)))
        throw missingForeignKey();
      if (!body.resourceScopeIds.every((id) => store.resourceScopes.has(id))) throw missingForeignKey();
      const row = { id: newId(), name: body.name, description: body.description ?? null, type: body.type };
      for (const scopeId of body.organizationScopeIds) store.organizationRoleScopes.add(row.id, scopeId);
      for (const scopeId of body.resourceScopeIds) store.organizationRoleResourceScopes.add(row.id, scopeId);
      return created(inTenant(store.organizationRoles.insert(row)));
    },
  }),
  route({
    method: 'GET',
    path: '/organization-roles',
    query: search,
    handle({ store, query: { q } }) {
      const fits = q ? containing(q) : () => true;
      const rows = store.organizationRoles.list().filter((row) => fits(row.id) || fits(row.name));
      return list(rows.toSorted(byName), roleWithScopes(store));
    },
  }),
  route({
    method: 'GET',
    path: '/organization-roles/{id}',
    handle: ({ store, params }) => ok(inTenant(findOrganizationRole(store, params.id))),
  }),
  route({
    method: 'PATCH',
    path: '/organization-roles/{id}',
    body: z.object({
      name: name.optional(),
      description: description.optional(),
      type: roleType.optional(),
    }),
    handle({ store, params, body }) {
      if (Object.keys(body).length === 0) throw nothingToChange();
      const row = store.organizationRoles.get(params.id);
      if (!row) throw notExists('organization_role');
      assertFree(store, body.name, row.id);
      return ok(inTenant(store.organizationRoles.update(row, defined(body))));
    },
  }),
  route({
    method: 'DELETE',
    path: '/organization-roles/{id}',
    handle({ store, params }) {
      if (!store.deleteOrganizationRole(params.id)) throw notFound();
      return noContent();
    },
  }),
];
