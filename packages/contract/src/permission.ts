/**
 * What the portal distinguishes. A permission is the name of an organization scope in Logto's organization
 * template; these are the names that Logto's own cloud uses for its tenants.
 */
export const PERMISSIONS = [
  'read:member',
  'invite:member',
  'remove:member',
  'update:member:role',
  'manage:organization',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

/** Whoever holds this one is an admin of the organization: the last of them can never be lost. */
export const ADMIN_PERMISSION: Permission = 'manage:organization';

/** The kinds of staff; which Logto user roles make somebody staff is a setting of the BFF. */
export const STAFF_ROLES = ['support', 'ops'] as const;

export type StaffRole = (typeof STAFF_ROLES)[number];

/** What staff may do beyond their kind, each by a Logto user role of its own; it reaches all organizations. */
export const STAFF_RIGHTS = ['suspend', 'change'] as const;

export type StaffRight = (typeof STAFF_RIGHTS)[number];
