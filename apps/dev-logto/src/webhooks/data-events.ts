import type { HookEvent } from '../store/hook.ts';

/**
 * The operations of the Management API that tell of the row they made, changed or deleted, by Logto's own
 * registration of 1.41.0. The event carries the body of the answer as `data`, where that is JSON.
 */
export const dataEvents: Readonly<Record<string, HookEvent | undefined>> = {
  'POST /users': 'User.Created',
  'PATCH /users/{userId}': 'User.Data.Updated',
  'PATCH /users/{userId}/custom-data': 'User.Data.Updated',
  'PATCH /users/{userId}/profile': 'User.Data.Updated',
  'PATCH /users/{userId}/password': 'User.Data.Updated',
  'PATCH /users/{userId}/is-suspended': 'User.SuspensionStatus.Updated',
  'POST /roles': 'Role.Created',
  'DELETE /roles/{id}': 'Role.Deleted',
  'PATCH /roles/{id}': 'Role.Data.Updated',
  'POST /roles/{id}/scopes': 'Role.Scopes.Updated',
  'DELETE /roles/{id}/scopes/{scopeId}': 'Role.Scopes.Updated',
  'POST /resources/{resourceId}/scopes': 'Scope.Created',
  'DELETE /resources/{resourceId}/scopes/{scopeId}': 'Scope.Deleted',
  'PATCH /resources/{resourceId}/scopes/{scopeId}': 'Scope.Data.Updated',
  'POST /organizations': 'Organization.Created',
  'DELETE /organizations/{id}': 'Organization.Deleted',
  'PATCH /organizations/{id}': 'Organization.Data.Updated',
  'POST /organization-roles': 'OrganizationRole.Created',
  'DELETE /organization-roles/{id}': 'OrganizationRole.Deleted',
  'PATCH /organization-roles/{id}': 'OrganizationRole.Data.Updated',
  'POST /organization-scopes': 'OrganizationScope.Created',
  'DELETE /organization-scopes/{id}': 'OrganizationScope.Deleted',
  'PATCH /organization-scopes/{id}': 'OrganizationScope.Data.Updated',
  'PUT /organization-roles/{id}/scopes': 'OrganizationRole.Scopes.Updated',
  'POST /organization-roles/{id}/scopes': 'OrganizationRole.Scopes.Updated',
  'DELETE /organization-roles/{id}/scopes/{organizationScopeId}': 'OrganizationRole.Scopes.Updated',
};
