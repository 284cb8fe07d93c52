import type { Permission } from '@org-portal/contract';
import type { AccessControlProvider } from '@refinedev/core';

/** `resource.action` → the permission it needs. What is not listed, nobody may. */
const NEEDED: Readonly<Record<string, Permission>> = {
  'members.list': 'read:member',
  'members.changeRoles': 'update:member:role',
  'members.remove': 'remove:member',
  'invitations.list': 'read:member',
  'invitations.create': 'invite:member',
  'invitations.resend': 'invite:member',
  'invitations.revoke': 'remove:member',
  'invitations.delete': 'remove:member',
  'roles.list': 'read:member',
};

export function neededPermission(resource: string, action: string): Permission | undefined {
  return NEEDED[`${resource}.${action}`];
}

/** Decides by `params.permissions`, those that the person holds in the organization on the screen. */
export const accessControlProvider: AccessControlProvider = {
  async can({ resource = '', action, params }) {
    const needed = neededPermission(resource, action);
    const held: readonly string[] = params?.permissions ?? [];
    if (needed && held.includes(needed)) return { can: true };
    return { can: false, ...(needed && { reason: needed }) };
  },
};
