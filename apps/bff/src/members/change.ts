import type { Access } from '@org-portal/contract';
import { namedRole, type Template } from '../access/organization-template.ts';
import type { Database } from '../database/database.ts';
import type { Portal } from '../portal.ts';
import { Problem } from '../problem/problem.ts';
import type { Change } from '../record/change.ts';
import { membersInDoubt } from '../record/in-doubt.ts';
import { readable } from '../record/unavailable.ts';
import { isAdmin, isLastAdmin } from '../rules/last-admin.ts';
import { requireAssignable } from '../rules/role-ceiling.ts';

interface MemberKey {
  organizationId: string;
  memberId: string;
}

/** Who asks, and a way to find out what they may do there when it is their turn. */
interface By {
  change: Change;
  authorizeAgain(): Promise<Access>;
}

/** Sets the roles of a member, within the ceiling, and never at the cost of the last admin. */
export function changeMemberRoles(portal: Portal, key: MemberKey, roleIds: string[], by: By): Promise<void> {
  return changeMember(portal, key, by.change, (found) => setRoles(portal, key, roleIds, by, found));
}

/**
 * Takes one role away from a member, and leaves them all others, by the same rules.
 * @returns whether they had it
 */
export function takeRoleAway(portal: Portal, key: MemberKey, roleId: string, by: By): Promise<boolean> {
  return changeMember(portal, key, by.change, async (found) => {
    const held = found.current.map(({ id }) => id);
    if (!held.includes(roleId)) return false;
    await setRoles(
      portal,
      key,
      held.filter((id) => id !== roleId),
      by,
      found,
    );
    return true;
  });
}

/** Removes a member, whose roles must all be within the ceiling, and who is not the last admin. */
export function removeMember(portal: Portal, key: MemberKey, by: By): Promise<void> {
  return changeMember(portal, key, by.change, (found) => remove(portal, key, by, found));
}

/** Removes a member who holds no role. @throws Problem `review.line_changed` for one who does */
export function removeBareMember(portal: Portal, key: MemberKey, by: By): Promise<void> {
  return changeMember(portal, key, by.change, async (found) => {
    if (found.current.length > 0)
      throw new Problem('review.line_changed', 'They now hold a role that was not reviewed.');
    await remove(portal, key, by, found);
  });
}

async function setRoles(
  portal: Portal,
  key: MemberKey,
  roleIds: string[],
  by: By,
  { template, current, database }: Found,
): Promise<void> {
  const currentIds = current.map(({ id }) => id);
  const changed = [
    ...roleIds.filter((id) => !currentIds.includes(id)),
    ...currentIds.filter((id) => !roleIds.includes(id)),
  ];
  requireAssignable(changed, await by.authorizeAgain(), template, '/roleIds');
  if (changed.length === 0) return;
  if (!isAdmin(roleIds, template)) await keepAnAdmin(portal, database, template, key, currentIds);
  const after = roleIds.map((id) => namedRole(template, id));
  await portal.record.change(
    by.change,
    { before: { roles: current }, after: { roles: after } },
    () => portal.api.members.replaceRoles(key.organizationId, key.memberId, roleIds),
    { database },
  );
}

async function remove(
  portal: Portal,
  key: MemberKey,
  by: By,
  { template, current, database }: Found,
): Promise<void> {
  const currentIds = current.map(({ id }) => id);
  requireAssignable(currentIds, await by.authorizeAgain(), template, '/memberId');
  await keepAnAdmin(portal, database, template, key, currentIds);
  await portal.record.change(
    by.change,
    { before: { roles: current } },
    () => portal.api.members.remove(key.organizationId, key.memberId),
    { database },
  );
}

/** Ends the membership of the person who asks, whatever their roles, unless they are the last admin. */
export function leave(portal: Portal, organizationId: string, change: Change): Promise<void> {
  const key = { organizationId, memberId: change.actor.id };
  return changeMember(portal, key, change, async ({ template, current, database }) => {
    await keepAnAdmin(
      portal,
      database,
      template,
      key,
      current.map(({ id }) => id),
    );
    await portal.record.change(
      change,
      { before: { roles: current } },
      () => portal.api.members.remove(organizationId, key.memberId),
      { database },
    );
  });
}

interface Found {
  template: Template;
  /** Roles that the member has at that moment. */
  current: { id: string; name: string }[];
  /** What the record is to be written through. */
  database: Database;
}

/** Runs a change alone in its organization. */
function changeMember<Result>(
  { api, lock, stale, template }: Portal,
  { organizationId, memberId }: MemberKey,
  asked: Change,
  change: (found: Found) => Promise<Result>,
): Promise<Result> {
  return lock.run(organizationId, async (database) => {
    // Whoever had the lock before may have been another instance.
    api.readAnew();
    const [roles, user] = await Promise.all([
      api.members.roles(organizationId, memberId),
      api.users.get(memberId),
    ]);
    if (asked.target.type === 'member') {
      asked.target.name = user.name ?? user.username ?? user.primaryEmail;
    }
    try {
      return await change({
        template: await template.get(),
        current: roles.map(({ id, name }) => ({ id, name })),
        database,
      });
    } finally {
      await stale.tell({ people: [memberId] });
    }
  });
}

async function keepAnAdmin(
  { api }: Portal,
  database: Database,
  template: Template,
  { organizationId, memberId }: MemberKey,
  currentIds: string[],
): Promise<void> {
  if (!isAdmin(currentIds, template)) return;
  // A change that outlived its lock may still be on its way to an admin whom Logto shows.
  const inDoubt = await readable(membersInDoubt(database, organizationId));
  if (await isLastAdmin(api, template, organizationId, memberId, inDoubt)) {
    throw new Problem('member.last_admin', 'This is the last admin. Make somebody else an admin first.');
  }
}
