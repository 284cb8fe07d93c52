import type { Page, PageRequest } from '@org-portal/contract';
import type { LogtoOrganization } from '@org-portal/management-api';
import type { Portal } from '../portal.ts';
import { cutPage } from '../reply-page.ts';
import { isStaffIn } from './organization-access.ts';
import type { Person } from './person.ts';

/**
 * The organizations that the person may enter: all for staff without limits, as Logto orders them; else the
 * memberships, and for limited staff the configured ones, by name.
 * @param q matches name and id
 */
export async function listOrganizations(
  { api, organizations, settings }: Portal,
  person: Person,
  page: PageRequest,
  q = '',
): Promise<Page<LogtoOrganization>> {
  const { supportOrganizations } = settings.staff;
  const isStaff = person.staffRoles.length > 0;
  const isLimited = supportOrganizations.length > 0 && !person.staffRoles.includes('ops');
  if (isStaff && !isLimited) return api.organizations.list(page, q || undefined);

  const visible = new Map<string, LogtoOrganization>(person.memberships);
  const configured = supportOrganizations.filter((id) => isStaffIn(person, id, settings.staff));
  for (const organization of await Promise.all(configured.map((id) => organizations.get(id)))) {
    if (organization) visible.set(organization.id, organization);
  }
  const wanted = q.trim().toLowerCase();
  const found = [...visible.values()].filter(
    ({ id, name }) => name.toLowerCase().includes(wanted) || id.toLowerCase().includes(wanted),
  );
  return cutPage(
    found.sort((a, b) => a.name.localeCompare(b.name)),
    page,
  );
}
