import { notFound } from '../http/request-error.ts';
import { assignmentRoutes } from './assignments.ts';

/** What an organization role allows: in the organization itself, and on the tenant's API resources. */
export const organizationRoleScopes = [
  ...assignmentRoutes({
    path: '/organization-roles/{id}/scopes',
    idName: 'organizationScopeId',
    relation: (store) => store.organizationRoleScopes,
    assigned: (store) => store.organizationScopes,
    owners: (store) => store.organizationRoles,
    ownerMissing: notFound,
  }),
  ...assignmentRoutes({
    path: '/organization-roles/{id}/resource-scopes',
    idName: 'scopeId',
    relation: (store) => store.organizationRoleResourceScopes,
    assigned: (store) => store.resourceScopes,
    owners: (store) => store.organizationRoles,
    ownerMissing: notFound,
  }),
];
