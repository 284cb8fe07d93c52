import { containsText, type Page, type PageRequest } from '@org-portal/contract';
import type { LogtoOrganization } from '@org-portal/management-api';
import type { Portal } from '../portal.ts';
import { cutPage } from '../reply-page.ts';
import { listFound } from '../search/list-found.ts';
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
  const text = q.trim();
  if (isStaff && !isLimited) {
    if (text === '') return api.organizations.list(page);
    return listFound({ read: api.organizations.list, texts: ({ id, name }) => [id, name] }, text, page);
  }

  const visible = new Map<string, LogtoOrganization>(person.memberships);
  const configured = supportOrganizations.filter((id) => isStaffIn(person, id, settings.staff));
  for (const organization of await Promise.all(configured.map((id) => organizations.get(id)))) {
    if (organization) visible.set(organization.id, organization);
  }
  const found = [...visible.values()].filter(({ id, name }) => containsText([id, name], text));
  return cutPage(
    found.sort((a, b) => a.name.localeCompare(b.name)),
    page,
  );
}
