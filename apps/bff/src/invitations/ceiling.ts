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
  requireAssignable(roleIds, await by.authorizeAgain(), await portal.template.get(roleIds), POINTER);
}

/** @throws Problem `role.above_ceiling`; as `authorizeAgain` for who may not at all any more */
export async function requireMayTakeAway(
  portal: Pick<Portal, 'template'>,
  { organizationRoles }: LogtoInvitation,
  by: By,
): Promise<void> {
  const roleIds = organizationRoles.map(({ id }) => id);
  requireBelowCeiling(roleIds, await by.authorizeAgain(), await portal.template.get(roleIds), POINTER);
}
