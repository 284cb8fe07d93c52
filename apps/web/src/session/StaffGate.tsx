import { Outlet } from 'react-router';
import { isAllowed } from '../providers/access-control.ts';
import { PageNotFound } from '../ui/PageNotFound.tsx';
import { useSession } from './session-context.ts';

/** Around a page across organizations; to those who may not see it, it does not exist, as in the portal's API. */
export function StaffGate({ resource }: { resource: string }) {
  const { staffRoles } = useSession();
  return isAllowed(resource, 'list', { permissions: [], staffRoles }) ? <Outlet /> : <PageNotFound />;
}
