import type { Access } from '@org-portal/contract';
import type { Template } from '../access/organization-template.ts';
import { Problem } from '../problem/problem.ts';

/**
 * Nobody gives or takes away a role whose scopes they do not all hold; support has its configured list.
 * @param pointer where the ids stand in the body
 * @throws Problem `role.not_assignable` for a role that does not exist or is for machines, `role.above_ceiling`
 */
export function requireAssignable(
  roleIds: string[],
  access: Access,
  template: Template,
  pointer: string,
): void {
  const unknown = roleIds.filter((id) => !template.roles.has(id));
  if (unknown.length > 0) {
    throw new Problem('role.not_assignable', 'There is no such role for people.', {
      errors: unknown.map((id) => ({ pointer, detail: `${id} is not a role for people` })),
    });
  }
  requireBelowCeiling(roleIds, access, template, pointer);
}

/**
 * For what is taken away, stopped or started again. Roles that are not for people are left out: they give people nothing,
 * and nobody could revoke an invitation that carries one.
 * @throws Problem `role.above_ceiling`, which names the roles
 */
export function requireBelowCeiling(
  roleIds: string[],
  access: Access,
  template: Template,
  pointer: string,
): void {
  const above = roleIds.filter((id) => template.roles.has(id) && !access.assignableRoleIds.includes(id));
  if (above.length === 0) return;
  const names = above.map((id) => template.roles.get(id)?.name).join(', ');
  throw new Problem('role.above_ceiling', `You do not hold all permissions of: ${names}.`, {
    errors: above.map((id) => ({
      pointer,
      detail: `${template.roles.get(id)?.name ?? id} is above your own roles`,
    })),
  });
}

/**
 * The same for an invitation: support needs a setting to bring in people who get no role.
 * @throws Problem `role.required`; as `requireAssignable` does
 */
export function requireInvitable(
  roleIds: string[],
  access: Access,
  template: Template,
  pointer: string,
): void {
  if (roleIds.length === 0 && !access.mayInviteWithoutRole) {
    throw new Problem('role.required', 'Choose a role: you may not invite anybody without one.', {
      errors: [{ pointer, detail: 'at least one role' }],
    });
  }
  requireAssignable(roleIds, access, template, pointer);
}

/** @returns whether each of the roles may be given or taken away */
export function isBelowCeiling(roleIds: string[], access: Access): boolean {
  return roleIds.every((id) => access.assignableRoleIds.includes(id));
}
