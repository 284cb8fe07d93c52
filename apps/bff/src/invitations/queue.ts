import type {
  InvitationQueueCounts,
  InvitationQueueFilter,
  Page,
  PageRequest,
  QueueKind,
} from '@org-portal/contract';
import type { Person } from '../access/person.ts';
import { staffScope } from '../access/staff-scope.ts';
import { countOf, queuePage, type IndexedInvitation, type IndexedKind } from '../invitation-index/queue.ts';
import type { Scope } from '../invitation-index/state.ts';
import type { Portal } from '../portal.ts';
import type { ActivityRow } from '../record/activity-table.ts';
import { readable } from '../record/unavailable.ts';
import { cutPage } from '../reply-page.ts';
import { unsentMessages } from './unsent.ts';

export type Queued =
  { kind: IndexedKind; invitation: IndexedInvitation } | { kind: 'failed'; row: ActivityRow };

/**
 * What staff should look after in the organizations that are open to them: what ends soon, and all that is pending, by its
 * end; what has ended and was not made up for, the latest first; messages that were not sent. Of invitations it says what
 * the index says.
 * @throws Problem `audit.unavailable`
 */
export async function queueOf(
  portal: Portal,
  person: Person,
  kind: QueueKind,
  filter: InvitationQueueFilter,
  page: PageRequest,
): Promise<Page<Queued>> {
  const scope = scopeOf(portal, person, filter);
  if (kind === 'failed') {
    const { items, ...rest } = cutPage(await unsentIn(portal, scope, filter), page);
    return { ...rest, items: items.map((row) => ({ kind, row })) };
  }
  await portal.invitationIndex.freshen(scope);
  const { items, ...rest } = await queuePage(portal.database, kind, scope, filter, page);
  return { ...rest, items: items.map((invitation) => ({ kind, invitation })) };
}

/** @returns how many there are of each kind. @throws as of `queueOf` */
export async function queueCounts(
  portal: Portal,
  person: Person,
  filter: InvitationQueueFilter,
): Promise<InvitationQueueCounts> {
  const scope = scopeOf(portal, person, filter);
  await portal.invitationIndex.freshen(scope);
  const count = (kind: IndexedKind) => countOf(portal.database, kind, scope, filter);
  const [expiring, pending, expired, failed] = await Promise.all([
    count('expiring'),
    count('pending'),
    count('expired'),
    unsentIn(portal, scope, filter),
  ]);
  const counted = { expiring, pending, expired };
  return {
    expiring: expiring.total,
    pending: pending.total,
    expired: expired.total,
    failed: failed.length,
    capped: INDEXED_KINDS.filter((kind) => counted[kind].isTotalCapped),
  };
}

const INDEXED_KINDS = ['expiring', 'pending', 'expired'] as const satisfies readonly IndexedKind[];

/** @returns the organizations that are open to staff, of those that are looked at */
export function scopeOf(
  { settings }: Pick<Portal, 'settings'>,
  person: Person,
  { organization }: Pick<InvitationQueueFilter, 'organization'> = {},
): Scope {
  const scope = staffScope(person, settings.staff);
  if (organization === undefined) return scope;
  return scope === undefined || scope.includes(organization) ? [organization] : [];
}

const DAY = 86_400_000;

async function unsentIn(
  { database }: Portal,
  scope: Scope,
  { inviter, q = '', olderThan = 0 }: InvitationQueueFilter,
): Promise<ActivityRow[]> {
  const rows = await readable(unsentMessages(database, scope));
  const text = q.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (inviter === undefined || row.actor_id === inviter) &&
      row.time.getTime() <= Date.now() - olderThan * DAY &&
      (row.target_name ?? '').toLowerCase().includes(text),
  );
}
