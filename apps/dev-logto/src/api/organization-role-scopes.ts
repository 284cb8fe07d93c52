import { z } from 'zod';
import { missingForeignKey, notFound } from '../http/request-error.ts';
import { createdWithoutBody, list, noContent, route } from '../http/route.ts';
import type { Store } from '../store/store.ts';
import { ids, someIds } from './fields.ts';
import { findOrganizationRole } from './organization-roles.ts';
import { inTenant } from './present.ts';

function assertScopes(store: Store, roleId: string, scopeIds: readonly string[]): void {
  findOrganizationRole(store, roleId);
  if (!scopeIds.every((id) => store.organizationScopes.has(id))) throw missingForeignKey();
}

export const organizationRoleScopes = [
  route({
    method: 'GET',
    path: '/organization-roles/{id}/scopes',
    paging: 'asked',
    handle({ store, params }) {
      findOrganizationRole(store, params.id);
      const scopeIds = store.organizationRoleScopes.rightOf(params.id);
      return list(
        scopeIds.flatMap((id) => store.organizationScopes.get(id) ?? []),
        inTenant,
      );
    },
  }),
  route({
    method: 'POST',
    path: '/organization-roles/{id}/scopes',
    body: z.object({ organizationScopeIds: someIds }),
    handle({ store, params, body }) {
      assertScopes(store, params.id, body.organizationScopeIds);
      for (const scopeId of body.organizationScopeIds) store.organizationRoleScopes.add(params.id, scopeId);
      return createdWithoutBody();
    },
  }),
  route({
    method: 'PUT',
    path: '/organization-roles/{id}/scopes',
    body: z.object({ organizationScopeIds: ids }),
    handle({ store, params, body }) {
      assertScopes(store, params.id, body.organizationScopeIds);
      store.organizationRoleScopes.replace(params.id, body.organizationScopeIds);
      return noContent();
    },
  }),
  route({
    method: 'DELETE',
    path: '/organization-roles/{id}/scopes/{organizationScopeId}',
    handle({ store, params }) {
      if (!store.organizationRoleScopes.delete(params.id, params.organizationScopeId)) throw notFound();
      return noContent();
    },
  }),
];
