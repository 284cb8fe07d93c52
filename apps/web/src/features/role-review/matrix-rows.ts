import { containsText, type RoleMatrix } from '@org-portal/contract';

export type Group = RoleMatrix['groups'][number];
export type Row = Group['permissions'][number];

export interface MatrixFilter {
  q: string;
  /** Ids of the roles that are shown. */
  roleIds: readonly string[];
  /** Only what some of them give and others do not. */
  differing: boolean;
}

/**
 * @param words what a permission is called on the screen
 * @returns the groups with the rows that match; groups without any are left out
 */
export function filterMatrix(
  { groups }: RoleMatrix,
  { q, roleIds, differing }: MatrixFilter,
  words: (row: Row) => string,
): Group[] {
  const isWanted = (row: Row) => containsText([row.name, words(row)], q);
  const differs = (row: Row) => {
    const given = roleIds.filter((id) => row.roleIds.includes(id)).length;
    return given > 0 && given < roleIds.length;
  };
  return groups
    .map((group) => ({
      ...group,
      permissions: group.permissions.filter((row) => isWanted(row) && (!differing || differs(row))),
    }))
    .filter(({ permissions }) => permissions.length > 0);
}
