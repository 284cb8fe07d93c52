import type { OrganizationRole } from '@org-portal/contract';
import { useList, type HttpError } from '@refinedev/core';

/** All roles that there are, with their permissions. @param isWanted asks only once this is true */
export function useRolesQuery(isWanted = true) {
  return useList<OrganizationRole, HttpError>({
    resource: 'roles',
    pagination: { mode: 'off' },
    errorNotification: false,
    queryOptions: { enabled: isWanted, staleTime: 300_000 },
  });
}
