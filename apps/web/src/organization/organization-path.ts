export type OrganizationScreen = 'members' | 'invitations' | 'imports' | 'roles' | 'activity';

/** @returns the address of a screen of an organization */
export function organizationPath(organizationId: string, screen: OrganizationScreen = 'members'): string {
  return `/organizations/${encodeURIComponent(organizationId)}/${screen}`;
}

/** @returns the address of one member's details */
export function memberPath(organizationId: string, memberId: string): string {
  return `${organizationPath(organizationId)}/${encodeURIComponent(memberId)}`;
}

/** @returns the address of one import */
export function importPath(organizationId: string, importId: string): string {
  return `${organizationPath(organizationId, 'imports')}/${encodeURIComponent(importId)}`;
}

/** @returns the address of the history of one invitation */
export function invitationPath(organizationId: string, invitationId: string): string {
  return `${organizationPath(organizationId, 'invitations')}/${encodeURIComponent(invitationId)}`;
}

/** The staff screen with the invitations of all organizations that need somebody's hand. */
export const INVITATION_QUEUE_PATH = '/invitations';

/** The staff screen with the activity of all organizations. */
export const ALL_ACTIVITY_PATH = '/activity';

/** The staff screen where people are found. */
export const PEOPLE_PATH = '/people';

/** @returns the address of all that staff may see of one person */
export function personPath(personId: string): string {
  return `${PEOPLE_PATH}/${encodeURIComponent(personId)}`;
}

/**
 * An address is in the query, which is in no log.
 * @param search of the list that it was found in
 * @returns the same of whoever has an e-mail address, with an account or without
 */
export function addressPath(email: string, search = ''): string {
  const query = new URLSearchParams(search);
  query.set('email', email);
  return `${PEOPLE_PATH}/at?${query}`;
}

/** @returns the address of what a person may do where, and why */
export const whyPath = (personId: string): string => `${personPath(personId)}/permissions`;

/** The screen of ops with all organizations at a glance. */
export const OVERVIEW_PATH = '/overview';

/** The screen of ops with what roles give, and who holds them. */
export const ROLE_REVIEW_PATH = '/role-review';

/** The screen of ops with who belonged where when all organizations were read. */
export const MEMBERSHIPS_PATH = '/memberships';

/** @returns the address of the memberships that match; an empty value leaves its filter out */
export const membershipsPath = (filter: Record<string, string> = {}): string =>
  withQuery(MEMBERSHIPS_PATH, filter);

/** @returns the address of the organizations that match, as they were read */
export const snapshotOrganizationsPath = (filter: Record<string, string> = {}): string =>
  withQuery('/organizations', filter);

/** @returns the address with the query; an empty value is left out */
export function withQuery(path: string, filter: Record<string, string>): string {
  const query = new URLSearchParams(Object.entries(filter).filter(([, value]) => value !== ''));
  return query.size === 0 ? path : `${path}?${query}`;
}

/** Behind the address of the invitations: the invite form is open. */
export const INVITE_HASH = '#invite';
