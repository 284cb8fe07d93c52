import { z } from 'zod';
import { notExistsWithId, nothingToChange, RequestError } from '../http/request-error.ts';
import { created, list, noContent, ok, route } from '../http/route.ts';
import { managementApiResource } from '../seed/applications.ts';
import type { Resource } from '../store/entities.ts';
import { newId } from '../store/new-id.ts';
import type { Store } from '../store/store.ts';
import { defined } from './fields.ts';
import { inTenant } from './present.ts';

export function findResource(store: Store, id: string): Resource {
  const row = store.resources.get(id);
  if (!row) throw notExistsWithId('resources', id);
  return row;
}

/** The Management API keeps its name and its scopes. */
export function assertNotManagementApi({ indicator }: Resource): void {
  if (indicator === managementApiResource)
    throw new RequestError(400, 'resource.cannot_modify_management_api');
}

export const resources = [
  route({
    method: 'GET',
    path: '/resources',
    paging: 'asked',
    query: z.object({ includeScopes: z.string().optional() }),
    handle({ store, query: { includeScopes } }) {
      const withScopes = /^(1|true|y|yes)$/i.test(includeScopes ?? '');
      return list(store.resources.list(), (row) => {
        if (!withScopes) return inTenant(row);
        const scopes = store.resourceScopes.list().filter(({ resourceId }) => resourceId === row.id);
        return { ...inTenant(row), scopes: scopes.map(inTenant) };
      });
    },
  }),
  route({
    method: 'POST',
    path: '/resources',
    body: z.object({
      name: z.string().min(1),
      indicator: z.string().min(1),
      accessTokenTtl: z.number().default(3600),
    }),
    handle({ store, body: { name, indicator, accessTokenTtl } }) {
      if (store.resources.list().some((row) => row.indicator === indicator))
        throw new RequestError(422, 'resource.resource_identifier_in_use', { indicator });
      const row = { id: newId(), name, indicator, isDefault: false, accessTokenTtl };
      return created({ ...inTenant(store.resources.insert(row)), scopes: [] });
    },
  }),
  route({
    method: 'GET',
    path: '/resources/{id}',
    handle: ({ store, params }) => ok(inTenant(findResource(store, params.id))),
  }),
  route({
    method: 'PATCH',
    path: '/resources/{id}',
    body: z.object({ name: z.string().min(1).optional(), accessTokenTtl: z.number().optional() }),
    handle({ store, params, body }) {
      const row = findResource(store, params.id);
      if (body.name !== undefined) assertNotManagementApi(row);
      if (Object.keys(body).length === 0) throw nothingToChange();
      return ok(inTenant(store.resources.update(row, defined(body))));
    },
  }),
  route({
    method: 'DELETE',
    path: '/resources/{id}',
    handle({ store, params }) {
      const { id, indicator } = findResource(store, params.id);
      if (indicator === managementApiResource)
        throw new RequestError(400, 'resource.cannot_delete_management_api');
      store.deleteResource(id);
      return noContent();
    },
  }),
  route({
    method: 'PATCH',
    path: '/resources/{id}/is-default',
    body: z.object({ isDefault: z.boolean() }),
    handle({ store, params, body: { isDefault } }) {
      const row = findResource(store, params.id);
      const others = store.resources.list().filter((one) => isDefault && one.isDefault);
      for (const other of others) store.resources.update(other, { isDefault: false });
      return ok(inTenant(store.resources.update(row, { isDefault })));
    },
  }),
];
