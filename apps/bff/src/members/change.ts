import type { Access, Member } from '@org-portal/contract';
import type { Template } from '../access/organization-template.ts';
import type { Portal } from '../portal.ts';
import { Problem } from '../problem/problem.ts';
import { isAdmin, isLastAdmin } from '../rules/last-admin.ts';
import { requireAssignable } from '../rules/role-ceiling.ts';
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

/** Sets the roles of a member, within the ceiling, and never at the cost of the last admin. */
export function changeMemberRoles(
  portal: Portal,
  organizationId: string,
  memberId: string,
  roleIds: string[],
  access: Access,
): Promise<void> {
  return changeMember(portal, organizationId, memberId, async (template, current) => {
    const changed = [
      ...roleIds.filter((id) => !current.includes(id)),
      ...current.filter((id) => !roleIds.includes(id)),
    ];
    requireAssignable(changed, access, template, '/roleIds');
    if (changed.length === 0) return;
    if (!isAdmin(roleIds, template)) await keepAnAdmin(portal, template, organizationId, memberId, current);
    await portal.api.members.replaceRoles(organizationId, memberId, roleIds);
  });
}

/** Removes a member, whose roles must all be within the ceiling, and who is not the last admin. */
export function removeMember(
  portal: Portal,
  organizationId: string,
  memberId: string,
  access: Access,
): Promise<void> {
  return changeMember(portal, organizationId, memberId, async (template, current) => {
    requireAssignable(current, access, template, '/memberId');
    await keepAnAdmin(portal, template, organizationId, memberId, current);
    await portal.api.members.remove(organizationId, memberId);
  });
}

/** Runs a change alone in its organization, on the roles that the member has at that moment. */
async function changeMember(
  { api, lock, people, template }: Portal,
  organizationId: string,
  memberId: string,
  change: (template: Template, current: string[]) => Promise<void>,
): Promise<void> {
  await lock.run(organizationId, async () => {
    const current = await api.members.roles(organizationId, memberId);
    try {
      await change(
        await template.get(),
        current.map((role) => role.id),
      );
    } finally {
      people.forget(memberId);
    }
  });
}

async function keepAnAdmin(
  { api }: Portal,
  template: Template,
  organizationId: string,
  memberId: string,
  current: string[],
): Promise<void> {
  if (isAdmin(current, template) && (await isLastAdmin(api, template, organizationId, memberId))) {
    throw new Problem('member.last_admin', 'This is the last admin. Make somebody else an admin first.');
  }
}
