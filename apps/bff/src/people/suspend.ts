import { MAX_CHECKED_FIRST } from '@org-portal/contract';
import type { LogtoUser } from '@org-portal/management-api';
import pLimit from 'p-limit';
import type { Person } from '../access/person.ts';
import type { Template } from '../access/organization-template.ts';
import type { Database } from '../database/database.ts';
import type { Portal } from '../portal.ts';
import { Problem } from '../problem/problem.ts';
import { mayHaveBeenDone } from '../record/activity-record.ts';
import type { Change } from '../record/change.ts';
import { membersInDoubtOf } from '../record/in-doubt.ts';
import { readable } from '../record/unavailable.ts';
import { isAdmin, isLastAdmin } from '../rules/last-admin.ts';
import { beginChecks, endChecks, probablyLeft } from '../suspensions/begin.ts';
import { accountFor, type KnownAccount } from './account.ts';
import { named } from './named.ts';

/** Times that somebody may become an admin elsewhere while the locks are waited for. */
const TRIES = 3;

/** Organizations that one change locks; PostgreSQL has room for some thousand locks. */
const MOST_LOCKED = 1_000;
const AT_ONCE = 8;

/**
 * Suspends somebody, whose sessions end, unless an organization would be left without an admin. That is looked at while
 * nothing else can happen in any of the organizations where they are one.
 *
 * Suspending is urgent. Of an admin of more than `MAX_CHECKED_FIRST` organizations those are checked that probably have no other
 * admin; then the suspension takes effect, and all are checked afterwards (`suspensions/`).
 * @throws Problem `member.last_admin`, with the organizations
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
    const held = locked.length > MOST_LOCKED ? [] : locked;
    const more = await portal.lock.runAll(held, async (database) => {
      // Another instance may have had the locks before.
      portal.api.readAnew();
      await requireRightStill(portal, staff);
      const account = await accountFor(portal, staff, personId);
      const present = adminIn(account, template);
      const isHeld = new Set(locked);
      if (!present.every((id) => isHeld.has(id)) && turn < TRIES) return present;
      named(change, account.user);
      if (present.length <= MAX_CHECKED_FIRST) {
        await keepAdmins(portal, database, template, account, present);
        await setSuspended(portal, change, account.user, true, database);
      } else await suspendThenCheck(portal, database, template, account, present, change);
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
  // If this fails, the worker finds out that they are not suspended.
  await endChecks(portal.database, user.id).catch(() => undefined);
}

async function suspendThenCheck(
  portal: Portal,
  database: Database,
  template: Template,
  account: KnownAccount,
  present: readonly string[],
  change: Change,
): Promise<void> {
  const { user } = account;
  const probable = await readable(probablyLeft(database, template, user.id, present, MAX_CHECKED_FIRST));
  await keepAdmins(portal, database, template, account, probable);
  const names = new Map(account.memberships.map(({ id, name }) => [id, name]));
  const organizations = present.map((id) => ({ id, name: names.get(id) ?? id }));
  await readable(beginChecks(database, user.id, organizations, change));
  try {
    await setSuspended(portal, change, user, true, database);
  } catch (error) {
    // If nobody knows, the worker finds out.
    if (!mayHaveBeenDone(error)) await endChecks(database, user.id, change.requestId).catch(() => undefined);
    throw error;
  }
}

async function setSuspended(
  { api, log, record, sessions, stale }: Portal,
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
    // They could still sign in until Logto had carried it out.
    if (isSuspended)
      await sessions
        .endAll(user.id)
        .catch((err: unknown) => log.warn({ err, person: user.id }, 'sessions begun meanwhile may go on'));
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

/** @throws Problem `member.last_admin` if somebody is the last admin of one of the organizations */
async function keepAdmins(
  { api }: Portal,
  database: Database,
  template: Template,
  { user, memberships }: KnownAccount,
  organizationIds: readonly string[],
): Promise<void> {
  const inDoubt = await readable(membersInDoubtOf(database, organizationIds));
  const limit = pLimit(AT_ONCE);
  const found = await Promise.all(
    organizationIds.map((id) =>
      limit(async () => {
        if (!(await isLastAdmin(api, template, id, user.id, inDoubt(id)))) return [];
        return [{ id, name: memberships.find((one) => one.id === id)?.name ?? null }];
      }),
    ),
  );
  const organizations = found.flat();
  const [organization] = organizations;
  if (!organization) return;
  const names = organizations.map(({ id, name }) => name ?? id).join(', ');
  throw new Problem(
    'member.last_admin',
    `This is the last admin of ${names}. Somebody else must become one first.`,
    { organization, organizations },
  );
}

/** What was taken away while the locks were waited for is not there any more. */
async function requireRightStill({ people }: Portal, { id }: Person): Promise<void> {
  const staff = await people.get(id, true);
  if (staff?.staffRights.includes('suspend')) return;
  throw new Problem('permission.missing', 'This needs the right suspend.', { permission: 'suspend' });
}
