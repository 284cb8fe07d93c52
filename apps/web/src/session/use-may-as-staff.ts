import { isAllowed } from '../providers/access-control.ts';
import { useSession } from './session-context.ts';

/** @returns whether the person may do this across organizations, as staff */
export function useMayAsStaff(resource: string, action: string): boolean {
  const { staffRoles, staffRights } = useSession();
  return isAllowed(resource, action, { permissions: [], staffRoles, staffRights });
}
