import type { LogtoUser } from '@org-portal/management-api';
import type { Person } from '../access/person.ts';
import type { Template } from '../access/organization-template.ts';
import type { Database } from '../database/database.ts';
import type { Portal } from '../portal.ts';
import { Problem } from '../problem/problem.ts';
import type { Change } from '../record/change.ts';
import { membersInDoubt } from '../record/in-doubt.ts';
import { readable } from '../record/unavailable.ts';
import { isAdmin, isLastAdmin } from '../rules/last-admin.ts';
import { accountFor, type KnownAccount } from './account.ts';
import { named } from './named.ts';

/** Times that somebody may become an admin elsewhere while the locks are waited for. */
const TRIES = 3;

/**
 * Suspends somebody, whose sessions end, unless an organization would be left without an admin. That is looked at while
 * nothing else can happen in any of the organizations where they are one.
 */
export async function suspend(
  portal: Portal,
  staff: Person,
  personId: string,
  change: Change,
): Promise<void> {
  if (personId === staff.id) throw new Problem('person.is_self', 'Nobody suspends themselves.');
  const template = await portal.template.get();
  let locked = adminIn(await accountFor(portal, staff, personId), template);
  for (let turn = 1; ; turn += 1) {
    const held = locked;
    const more = await portal.lock.runAll(held, async (database) => {
      // Whoever had the locks before may have been another instance.
      portal.api.readAnew();
      await requireRightStill(portal, staff);
      const account = await accountFor(portal, staff, personId);
      const present = adminIn(account, template);
      if (!present.every((id) => held.includes(id)) && turn < TRIES) return present;
      named(change, account.user);
      await keepAnAdmin(portal, database, template, account);
      await setSuspended(portal, change, account.user, true, database);
      return undefined;
    });
    if (!more) return;
    locked = more;
  }
}

/** Ends a suspension. */
export async function unsuspend(
  portal: Portal,
  staff: Person,
  personId: string,
  change: Change,
): Promise<void> {
  const { user } = await accountFor(portal, staff, personId);
  named(change, user);
  await setSuspended(portal, change, user, false);
}

async function setSuspended(
  { api, record, sessions, stale }: Portal,
  change: Change,
  user: LogtoUser,
  isSuspended: boolean,
  database?: Database,
): Promise<void> {
  const send = async () => {
    // A session that sleeps through the suspension must not wake up after it.
    if (isSuspended) await sessions.endAll(user.id);
    await api.users.setSuspended(user.id, isSuspended);
  };
  try {
    await record.change(change, {}, send, database ? { database } : {});
  } finally {
    await stale.tell({ people: [user.id] });
  }
}

/** @returns ids of the organizations of which they are an admin who can act */
function adminIn({ user, memberships }: KnownAccount, template: Template): string[] {
  if (user.isSuspended) return [];
  return memberships
    .filter(({ organizationRoles }) =>
      isAdmin(
        organizationRoles.map(({ id }) => id),
        template,
      ),
    )
    .map(({ id }) => id);
}

async function keepAnAdmin(
  { api }: Portal,
  database: Database,
  template: Template,
  account: KnownAccount,
): Promise<void> {
  for (const id of adminIn(account, template)) {
    const inDoubt = await readable(membersInDoubt(database, id));
    if (!(await isLastAdmin(api, template, id, account.user.id, inDoubt))) continue;
    const name = account.memberships.find((membership) => membership.id === id)?.name ?? null;
    throw new Problem(
      'member.last_admin',
      `This is the last admin of ${name ?? id}. Somebody else must be one first.`,
      { organization: { id, name } },
    );
  }
}

/** What was taken away while the locks were waited for is not there any more. */
async function requireRightStill({ people }: Portal, { id }: Person): Promise<void> {
  const staff = await people.get(id, true);
  if (staff?.staffRights.includes('suspend')) return;
  throw new Problem('permission.missing', 'This needs the right suspend.', { permission: 'suspend' });
}
