import type { Access, Organization } from '@org-portal/contract';
import type { LogtoOrganization } from '@org-portal/management-api';

/** An organization, with what the person who asks may do there. */
export function toOrganization(organization: LogtoOrganization, access: Access): Organization {
  const { id, name, description, branding } = organization;
  return { id, name, description, logoUrl: branding.logoUrl ?? null, access };
}
