export type OrganizationScreen = 'members' | 'invitations' | 'roles';

/** @returns the address of a screen of an organization */
export function organizationPath(organizationId: string, screen: OrganizationScreen = 'members'): string {
  return `/organizations/${encodeURIComponent(organizationId)}/${screen}`;
}

/** Behind the address of the invitations: the invite form is open. */
export const INVITE_HASH = '#invite';
