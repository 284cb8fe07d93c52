import { z } from 'zod';
import { missingForeignKey, notFound, RequestError } from '../http/request-error.ts';
import { list, ok, route } from '../http/route.ts';
import { newId } from '../store/new-id.ts';
import { containing } from '../store/like.ts';
import { ids, name, roleType } from './fields.ts';
import { inTenant, roleWithHolders } from './present.ts';

export const roles = [
  route({
    method: 'GET',
    path: '/roles',
    query: z.object({ search: z.string().optional(), type: roleType.optional() }),
    handle({ store, query }) {
      const fits = query.search ? containing(query.search) : () => true;
      const rows = store.roles.newestFirst(
        (row) =>
          (!query.type || row.type === query.type) &&
          (fits(row.id) || fits(row.name) || fits(row.description)),
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
      if (store.roles.list().some((row) => row.name === given.name)) {
        throw new RequestError(422, 'role.name_in_use', { name: given.name });
      }
      if (!scopeIds.every((id) => store.resourceScopes.has(id))) throw missingForeignKey();
      const row = store.roles.insert({ id: newId(), ...given });
      for (const scopeId of scopeIds) store.roleScopes.add(row.id, scopeId);
      return ok(inTenant(row));
    },
  }),
  route({
    method: 'GET',
    path: '/roles/{id}',
    handle({ store, params }) {
      const row = store.roles.get(params.id);
      if (!row) throw notFound();
      return ok(inTenant(row));
    },
  }),
];
