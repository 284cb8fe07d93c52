import type { OrganizationRole } from '@org-portal/contract';

/** Finds the roles that the person may give. */
export interface RoleBook {
  /** @param role name in any case, or id */
  find(role: string): { id: string; name: string } | undefined;
  /** In lower case. */
  names: ReadonlySet<string>;
}

/** @param assignable ids of the roles that the person may give */
export function roleBook(roles: readonly OrganizationRole[], assignable: readonly string[]): RoleBook {
  const given = roles.filter(({ id }) => assignable.includes(id));
  const byName = new Map(given.map((role) => [role.name.toLowerCase(), role]));
  const byId = new Map(given.map((role) => [role.id, role]));
  return {
    find: (role) => byId.get(role) ?? byName.get(role.toLowerCase()),
    names: new Set(roles.map(({ name }) => name.toLowerCase())),
  };
}
