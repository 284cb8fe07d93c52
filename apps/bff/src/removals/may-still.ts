import type { Access } from '@org-portal/contract';
import type { Portal } from '../portal.ts';
import { Problem } from '../problem/problem.ts';
import type { Removal } from './tables.ts';

/**
 * What the person who began the removal may do now: it takes its time, and things are taken away meanwhile.
 * @throws Problem `permission.missing`
 */
export async function mayStill(
  { people, template, settings: { staff } }: Portal,
  { started_by }: Removal,
): Promise<Access> {
  const person = await people.get(started_by.id, true);
  if (!person?.staffRoles.includes('ops') || !person.staffRights.includes('change'))
    throw new Problem('permission.missing', 'Whoever began this may not change anything any more.', {
      permission: 'change',
    });
  const { roles } = await template.get();
  return {
    permissions: [],
    assignableRoleIds: [...roles.values()]
      .filter(({ name }) => staff.opsAssignableRoles.includes(name))
      .map(({ id }) => id),
    mayInviteWithoutRole: false,
    isMember: false,
    isReasonRequired: true,
  };
}
