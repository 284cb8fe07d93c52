import type { Access, Member, ProblemCode } from '@org-portal/contract';
import type { LogtoUser } from '@org-portal/management-api';
import { isBelowCeiling } from '../rules/role-ceiling.ts';
import { toDateTime } from './date-time.ts';

interface Holder extends LogtoUser {
  organizationRoles: { id: string; name: string }[];
}

/**
 * A member as `access` lets somebody see and treat them.
 * @param isLastAdmin only where it is known: it costs a call
 */
export function toMember(user: Holder, access: Access, isLastAdmin = false): Member {
  return {
    id: user.id,
    name: user.name,
    username: user.username,
    email: user.primaryEmail,
    avatar: user.avatar,
    lastSignInAt: user.lastSignInAt === null ? null : toDateTime(user.lastSignInAt),
    isSuspended: user.isSuspended,
    roles: user.organizationRoles.map(({ id, name }) => ({ id, name })),
    blocked: blocked(user, access, isLastAdmin),
  };
}

function blocked(user: Holder, access: Access, isLastAdmin: boolean): Member['blocked'] {
  const reasons: Member['blocked'] = {};
  const changeRoles = missing(access, 'update:member:role');
  if (changeRoles) reasons.changeRoles = changeRoles;
  const remove =
    missing(access, 'remove:member') ??
    (isLastAdmin ? 'member.last_admin' : undefined) ??
    (isBelowCeiling(
      user.organizationRoles.map((role) => role.id),
      access,
    )
      ? undefined
      : 'role.above_ceiling');
  if (remove) reasons.remove = remove;
  return reasons;
}

function missing(
  access: Access,
  permission: 'update:member:role' | 'remove:member',
): ProblemCode | undefined {
  return access.permissions.includes(permission) ? undefined : 'permission.missing';
}
