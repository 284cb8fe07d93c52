import { ADMIN_PERMISSION, MAX_PAGE_SIZE } from '@org-portal/contract';
import type { ManagementApi } from '@org-portal/management-api';
import type { Template } from '../access/organization-template.ts';

/** @returns whether the roles make their holder an admin of the organization */
export function isAdmin(roleIds: Iterable<string>, template: Template): boolean {
  return template.scopeNames(roleIds).has(ADMIN_PERMISSION);
}

/**
 * @returns whether the organization would be left without an admin if `userId` were none: nobody else is, or all
 * who are have been suspended and cannot act, or may not be for much longer
 * @param inDoubt ids of members of whom that is not known
 */
export async function isLastAdmin(
  api: ManagementApi,
  template: Template,
  organizationId: string,
  userId: string,
  inDoubt: ReadonlySet<string> = new Set(),
): Promise<boolean> {
  for (const roleId of template.rolesWith(ADMIN_PERMISSION)) {
    for (let page = 1, total = Infinity; (page - 1) * MAX_PAGE_SIZE < total; page += 1) {
      const holders = await api.members.list(organizationId, { page, pageSize: MAX_PAGE_SIZE }, { roleId });
      const stays = holders.items.some(
        ({ id, isSuspended }) => id !== userId && !isSuspended && !inDoubt.has(id),
      );
      if (stays) return false;
      total = holders.total;
    }
  }
  return true;
}
