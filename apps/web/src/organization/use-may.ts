import { useCan } from '@refinedev/core';
import { useSession } from '../session/session-context.ts';
import { useOrganization } from './organization-context.ts';

/**
 * @returns what the access control provider says of an action in the current organization; undefined until that
 * is known
 */
export function useDecision(resource: string, action: string): { can: boolean } | undefined {
  const { id, access } = useOrganization();
  const { staffRoles } = useSession();
  const { data } = useCan({
    resource,
    action,
    params: { organizationId: id, permissions: access.permissions, isMember: access.isMember, staffRoles },
  });
  return data;
}

/** @returns whether the person may do this in the current organization; false until that is known */
export function useMay(resource: string, action: string): boolean {
  return useDecision(resource, action)?.can ?? false;
}
