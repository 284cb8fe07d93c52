import type { Organization } from '@org-portal/contract';
import { useOne, type HttpError } from '@refinedev/core';

/** The organization with this id, with what the person may do there. */
export function useOrganizationQuery(id: string) {
  return useOne<Organization, HttpError>({
    resource: 'organizations',
    id,
    errorNotification: false,
    queryOptions: { enabled: id !== '', staleTime: 60_000, placeholderData: () => undefined },
  });
}
