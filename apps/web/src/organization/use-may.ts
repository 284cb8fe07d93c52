import { useCan } from '@refinedev/core';
import { useOrganization } from './organization-context.ts';

/**
 * @returns whether the person may do this in the current organization, as far as their permissions say; false
 * until that is known
 */
export function useMay(resource: string, action: string): boolean {
  const { id, access } = useOrganization();
  const { data } = useCan({
    resource,
    action,
    params: { organizationId: id, permissions: access.permissions },
  });
  return data?.can ?? false;
}
