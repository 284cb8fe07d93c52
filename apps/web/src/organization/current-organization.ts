import { useParams } from 'react-router';
import { lastOrganizationId } from './last-organization.ts';

/** @returns the id of the organization of the address; on pages across organizations, of the one before; or '' */
export function useCurrentOrganizationId(): string {
  const { organizationId } = useParams();
  return organizationId ?? lastOrganizationId() ?? '';
}
