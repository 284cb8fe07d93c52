import type { LogtoInvitation } from '@org-portal/management-api';
import type { Portal } from '../portal.ts';
import { requireAssignable, requireBelowCeiling } from '../rules/role-ceiling.ts';
import type { By } from './alter.ts';

const POINTER = '/invitationId';

/** @throws Problem `role.above_ceiling`, `role.not_assignable`; as `authorizeAgain` for who may not at all any more */
export async function requireMayGive(
  portal: Pick<Portal, 'template'>,
  { organizationRoles }: LogtoInvitation,
  by: By,
): Promise<void> {
  const roleIds = organizationRoles.map(({ id }) => id);
  // First the template, from which it follows what they may give: else a new role is above everybody's ceiling.
  const template = await portal.template.get(roleIds);
  requireAssignable(roleIds, await by.authorizeAgain(), template, POINTER);
}

/** @throws Problem `role.above_ceiling`; as `authorizeAgain` for who may not at all any more */
export async function requireMayTakeAway(
  portal: Pick<Portal, 'template'>,
  { organizationRoles }: LogtoInvitation,
  by: By,
): Promise<void> {
  const roleIds = organizationRoles.map(({ id }) => id);
  const template = await portal.template.get(roleIds);
  requireBelowCeiling(roleIds, await by.authorizeAgain(), template, POINTER);
}
