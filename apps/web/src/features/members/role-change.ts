import { ADMIN_PERMISSION, type OrganizationRole } from '@org-portal/contract';

export interface RoleChange {
  /** Names of the permissions that come and go. */
  gained: string[];
  lost: string[];
  isNothing: boolean;
}

/** What replacing the roles `before` by `after` means in permissions. */
export function roleChange(
  before: readonly OrganizationRole[],
  after: readonly OrganizationRole[],
): RoleChange {
  const had = permissionsOf(before);
  const has = permissionsOf(after);
  const ids = new Set(after.map(({ id }) => id));
  return {
    gained: [...has].filter((permission) => !had.has(permission)),
    lost: [...had].filter((permission) => !has.has(permission)),
    isNothing: before.length === after.length && before.every(({ id }) => ids.has(id)),
  };
}

/** @returns whether somebody with these roles is an admin of the organization */
export function makesAdmin(roles: readonly OrganizationRole[]): boolean {
  return permissionsOf(roles).has(ADMIN_PERMISSION);
}

function permissionsOf(roles: readonly OrganizationRole[]): Set<string> {
  return new Set(roles.flatMap(({ scopes }) => scopes.map(({ name }) => name)));
}
