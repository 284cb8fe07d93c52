import type { ResourceProps } from '@refinedev/core';

/** The lists of the portal: `identifier` in the code, `name` is the path below /api. */
export const resources: ResourceProps[] = [
  { identifier: 'organizations', name: 'organizations' },
  {
    identifier: 'members',
    name: 'organizations/{organizationId}/members',
    list: '/organizations/:organizationId/members',
  },
  {
    identifier: 'invitations',
    name: 'organizations/{organizationId}/invitations',
    list: '/organizations/:organizationId/invitations',
  },
  {
    identifier: 'imports',
    name: 'organizations/{organizationId}/imports',
    list: '/organizations/:organizationId/imports',
  },
  {
    identifier: 'import-rows',
    name: 'organizations/{organizationId}/imports/{importId}/rows',
    list: '/organizations/:organizationId/imports/:importId',
  },
  { identifier: 'inviters', name: 'organizations/{organizationId}/invitations/inviters' },
  { identifier: 'invitation-queue', name: 'invitations', list: '/invitations' },
  { identifier: 'people', name: 'people', list: '/people' },
  { identifier: 'snapshot-memberships', name: 'snapshots/latest/memberships', list: '/memberships' },
  { identifier: 'snapshot-organizations', name: 'snapshots/latest/organizations', list: '/organizations' },
  { identifier: 'roles', name: 'organization-roles', list: '/organizations/:organizationId/roles' },
  {
    identifier: 'activity',
    name: 'organizations/{organizationId}/activity',
    list: '/organizations/:organizationId/activity',
  },
  { identifier: 'all-activity', name: 'activity', list: '/activity' },
  { identifier: 'join', name: 'join' },
  { identifier: 'received-invitations', name: 'session/invitations' },
];
