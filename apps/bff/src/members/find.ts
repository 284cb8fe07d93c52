import type { Access, Member } from '@org-portal/contract';
import type { Portal } from '../portal.ts';
import { isAdmin, isLastAdmin } from '../rules/last-admin.ts';
import { toMember } from '../view/member.ts';

/** @throws ManagementApiError `resource.not_found` when the user is no member */
export async function findMember(
  portal: Portal,
  organizationId: string,
  memberId: string,
  access: Access,
): Promise<Member> {
  const { api } = portal;
  const [template, roles, user] = await Promise.all([
    portal.template.get(),
    api.members.roles(organizationId, memberId),
    api.users.get(memberId),
  ]);
  const roleIds = roles.map((role) => role.id);
  const isLast = isAdmin(roleIds, template) && (await isLastAdmin(api, template, organizationId, memberId));
  return toMember({ ...user, organizationRoles: roles }, access, isLast);
}
