import { useOrganizationIfAny } from '../../organization/organization-context.ts';
import { ALL_ACTIVITY_PATH, organizationPath } from '../../organization/organization-path.ts';

/** Whose activity is on the screen: that of the current organization, or of all of them. */
export interface ActivityScope {
  /** undefined: all. */
  organizationId: string | undefined;
  /** Refine's resource. */
  resource: 'activity' | 'all-activity';
  /** Address of the screen; that of an entry's details is below it. */
  path: string;
  /** Address of the list in the portal's API. */
  apiPath: string;
}

export function useActivityScope(): ActivityScope {
  const organizationId = useOrganizationIfAny()?.id;
  return organizationId === undefined
    ? { organizationId, resource: 'all-activity', path: ALL_ACTIVITY_PATH, apiPath: '/api/activity' }
    : {
        organizationId,
        resource: 'activity',
        path: organizationPath(organizationId, 'activity'),
        apiPath: `/api/organizations/${encodeURIComponent(organizationId)}/activity`,
      };
}
