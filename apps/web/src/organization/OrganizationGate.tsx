import { useEffect, type ReactNode } from 'react';
import { useParams } from 'react-router';
import { ErrorState } from '../ui/ErrorState.tsx';
import { OrganizationNotFound } from '../ui/OrganizationNotFound.tsx';
import { PageLoading } from '../ui/PageLoading.tsx';
import { forgetOrganization, rememberOrganization } from './last-organization.ts';
import { OrganizationContext } from './organization-context.ts';
import { useOrganizationQuery } from './organization-query.ts';

/** Loads the organization of the address for the pages within. */
export function OrganizationGate({ children }: { children: ReactNode }) {
  const { organizationId = '' } = useParams();
  const { result, query } = useOrganizationQuery(organizationId);
  const isMissing = query.error?.statusCode === 404;

  useEffect(() => {
    if (isMissing) forgetOrganization(organizationId);
    else if (result) rememberOrganization(organizationId);
  }, [isMissing, result, organizationId]);

  if (isMissing) return <OrganizationNotFound />;
  if (query.error && !result)
    return <ErrorState isPage error={query.error} onRetry={() => void query.refetch()} />;
  if (!result) return <PageLoading />;
  return (
    <OrganizationContext key={organizationId} value={result}>
      {children}
    </OrganizationContext>
  );
}
