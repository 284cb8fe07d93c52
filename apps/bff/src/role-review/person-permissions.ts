import type { PersonPermissions, RoleMatrix } from '@org-portal/contract';
import type { LogtoMembership } from '@org-portal/management-api';
import type { Portal } from '../portal.ts';
import { readMatrix } from './matrix.ts';

/**
 * Finds out what somebody may do in each of their organizations, and by which role.
 * @throws ManagementApiError `resource.not_found` for who does not exist
 */
export async function permissionsOf({ api }: Portal, personId: string): Promise<PersonPermissions> {
  const [user, memberships, matrix] = await Promise.all([
    api.users.get(personId),
    api.users.memberships(personId),
    readMatrix(api),
  ]);
  return {
    person: {
      id: user.id,
      name: user.name,
      email: user.primaryEmail,
      username: user.username,
      isSuspended: user.isSuspended,
    },
    organizations: memberships
      .map((membership) => inOne(membership, matrix))
      .sort((a, b) => a.organization.name.localeCompare(b.organization.name)),
  };
}

function inOne(
  { id, name, organizationRoles }: LogtoMembership,
  { groups }: RoleMatrix,
): PersonPermissions['organizations'][number] {
  const held = new Set(organizationRoles.map((role) => role.id));
  return {
    organization: { id, name },
    roles: organizationRoles.map((role) => ({ id: role.id, name: role.name })),
    permissions: groups.flatMap(({ resource, permissions }) =>
      permissions.flatMap((permission) => {
        const roleIds = permission.roleIds.filter((roleId) => held.has(roleId));
        if (roleIds.length === 0) return [];
        return {
          id: permission.id,
          name: permission.name,
          description: permission.description,
          resource: resource && { id: resource.id, name: resource.name },
          roleIds,
        };
      }),
    ),
  };
}
