import type { Permission, StaffRight, StaffRole } from '@org-portal/contract';
import type { AccessControlProvider } from '@refinedev/core';

/** `resource.action` → the permission it needs. What is not listed, nobody may. */
const NEEDED: Readonly<Record<string, Permission>> = {
  'members.list': 'read:member',
  'members.changeRoles': 'update:member:role',
  'members.remove': 'remove:member',
  'invitations.list': 'read:member',
  'invitations.create': 'invite:member',
  'invitations.resend': 'invite:member',
  'invitations.change': 'invite:member',
  'invitations.link': 'invite:member',
  'invitations.revoke': 'remove:member',
  'invitations.delete': 'remove:member',
  'imports.list': 'invite:member',
  'imports.change': 'invite:member',
  'roles.list': 'read:member',
  'activity.list': 'manage:organization',
};

/** `resource.action` → staff who may do it too, in every organization; across organizations nobody else may. */
const STAFF: Readonly<Record<string, readonly StaffRole[]>> = {
  'activity.list': ['ops'],
  'all-activity.list': ['ops'],
  'invitations.revoke': ['support'],
  'invitation-queue.list': ['support', 'ops'],
  'invitation-queue.change': ['support'],
  'people.list': ['support', 'ops'],
  'role-review.list': ['ops'],
  'access-reviews.list': ['ops'],
  'people.signOut': ['support'],
};

/** `resource.action` → the right by which staff may do it. */
const RIGHTS: Readonly<Record<string, StaffRight>> = {
  'people.suspend': 'suspend',
  'access-reviews.remove': 'change',
};

/** Of these, what staff change as such only where they are no members: there they would have to act as one. */
const AS_STAFF_ALONE = ['invitations.revoke'];

/** What decides: the permissions held in the organization on the screen, and the kinds of staff that one is. */
export interface Held {
  permissions: readonly string[];
  staffRoles: readonly StaffRole[];
  staffRights?: readonly StaffRight[];
  /** Of that organization. */
  isMember?: boolean;
}

export function neededPermission(resource: string, action: string): Permission | undefined {
  return NEEDED[`${resource}.${action}`];
}

export function isAllowed(
  resource: string,
  action: string,
  { permissions, staffRoles, staffRights = [], isMember }: Held,
): boolean {
  const needed = neededPermission(resource, action);
  const name = `${resource}.${action}`;
  const right = RIGHTS[name];
  if (right) return staffRights.includes(right);
  const staff = isMember && AS_STAFF_ALONE.includes(name) ? [] : (STAFF[name] ?? []);
  return (
    (needed !== undefined && permissions.includes(needed)) || staff.some((role) => staffRoles.includes(role))
  );
}

/** Decides by `params`, which are a `Held`. */
export const accessControlProvider: AccessControlProvider = {
  async can({ resource = '', action, params }) {
    const {
      permissions = [],
      staffRoles = [],
      staffRights = [],
      isMember = false,
    } = (params ?? {}) as Partial<Held>;
    const held: Held = { permissions, staffRoles, staffRights, isMember };
    if (isAllowed(resource, action, held)) return { can: true };
    const reason = neededPermission(resource, action);
    return { can: false, ...(reason && { reason }) };
  },
};
