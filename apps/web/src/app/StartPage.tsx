import type { Organization } from '@org-portal/contract';
import { useList, type HttpError } from '@refinedev/core';
import { Navigate } from 'react-router';
import { lastOrganizationId } from '../organization/last-organization.ts';
import { organizationPath } from '../organization/organization-path.ts';
import { useSession } from '../session/session-context.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { PageLoading } from '../ui/PageLoading.tsx';

/** Leads to the organization that was on the screen last, else to the first, else to the welcome page. */
export function StartPage() {
  const { organizations, staffRoles } = useSession();
  const last = lastOrganizationId();
  const isStaff = staffRoles.length > 0;
  const isLastOpen = isStaff || organizations.some(({ id }) => id === last);
  const target = last && isLastOpen ? last : organizations[0]?.id;

  if (target) return <Navigate to={organizationPath(target)} replace />;
  return isStaff ? <FirstOfAll /> : <Navigate to="/welcome" replace />;
}

/** Staff may belong to no organization, and see all of them. */
function FirstOfAll() {
  const { result, query } = useList<Organization, HttpError>({
    resource: 'organizations',
    pagination: { pageSize: 1 },
    errorNotification: false,
  });
  if (query.error) return <ErrorState isPage error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <PageLoading />;
  const [first] = result.data;
  return <Navigate to={first ? organizationPath(first.id) : '/welcome'} replace />;
}
