import { isAllowed } from '../../providers/access-control.ts';
import { useSession } from '../../session/session-context.ts';

/** @returns whether the person may do more than look */
export function useMayChange(): boolean {
  const { staffRoles } = useSession();
  return isAllowed('invitation-queue', 'change', { permissions: [], staffRoles });
}
