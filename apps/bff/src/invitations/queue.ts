import type { InvitationQueueFilter, QueueKind } from '@org-portal/contract';
import { normalizeEmailAddress } from '@org-portal/contract';
import type { LogtoInvitation } from '@org-portal/management-api';
import type { Person } from '../access/person.ts';
import { staffScope } from '../access/staff-scope.ts';
import type { Portal } from '../portal.ts';
import type { ActivityRow } from '../record/activity-table.ts';
import { readable } from '../record/unavailable.ts';
import { isExpiring } from './filter.ts';
import { unsentMessages } from './unsent.ts';
import { withoutReplaced } from './replaced.ts';

export type Queued =
  { kind: Exclude<QueueKind, 'failed'>; invitation: LogtoInvitation } | { kind: 'failed'; row: ActivityRow };

/**
 * What staff should look after in the organizations that are open to them: what ends soon, and all that is pending, by its
 * end; what has ended and was
 * not made up for, the latest first; messages that were not sent.
 * @throws Problem `audit.unavailable`
 */
export async function queueOf(
  portal: Portal,
  person: Person,
  filter: InvitationQueueFilter,
): Promise<Record<QueueKind, Queued[]>> {
  const scope = scopeOf(portal, person, filter);
  const [current, unsent] = await Promise.all([
    currentInvitations(portal, person, filter),
    readable(unsentMessages(portal.database, scope)),
  ]);
  const wanted = current.filter((one) =>
    isWanted(filter, { address: one.invitee, inviterId: one.inviterId, time: one.createdAt }),
  );
  const pending = wanted
    .filter(({ status }) => status === 'Pending')
    .sort((a, b) => a.expiresAt - b.expiresAt);
  const over = withoutMadeUpFor(current).filter((one) => wanted.includes(one));
  return {
    expiring: pending.filter(isExpiring).map((invitation) => ({ kind: 'expiring', invitation })),
    pending: pending.map((invitation) => ({ kind: 'pending', invitation })),
    expired: over.map((invitation) => ({ kind: 'expired', invitation })),
    failed: unsent
      .filter((row) =>
        isWanted(filter, {
          address: row.target_name ?? '',
          inviterId: row.actor_id,
          time: row.time.getTime(),
        }),
      )
      .map((row) => ({ kind: 'failed', row })),
  };
}

/** All invitations in the organizations that are open to staff, without those in whose place another one was made. */
export async function currentInvitations(
  portal: Portal,
  person: Person,
  filter: InvitationQueueFilter = {},
): Promise<LogtoInvitation[]> {
  const all = await invitationsOf(portal, scopeOf(portal, person, filter));
  return withoutReplaced(portal.database, all, filter.organization);
}

/** @returns ids; undefined: all organizations */
function scopeOf(
  { settings }: Portal,
  person: Person,
  { organization }: InvitationQueueFilter,
): string[] | undefined {
  const scope = staffScope(person, settings.staff);
  if (organization === undefined) return scope;
  return scope === undefined || scope.includes(organization) ? [organization] : [];
}

async function invitationsOf({ api }: Portal, scope: string[] | undefined): Promise<LogtoInvitation[]> {
  if (scope === undefined) return api.invitations.all();
  return (await Promise.all(scope.map((id) => api.invitations.ofOrganization(id)))).flat();
}

const DAY = 86_400_000;

/** @param one `time`: when it was sent, or could not be, in milliseconds */
const isWanted = (
  { inviter, q = '', olderThan = 0 }: InvitationQueueFilter,
  one: { address: string; inviterId: string | null; time: number },
): boolean =>
  (inviter === undefined || one.inviterId === inviter) &&
  one.time <= Date.now() - olderThan * DAY &&
  one.address.toLowerCase().includes(q.trim().toLowerCase());

/** The last one to each address in each organization, if it has expired. */
function withoutMadeUpFor(all: LogtoInvitation[]): LogtoInvitation[] {
  const last = new Map<string, LogtoInvitation>();
  for (const one of all) {
    const key = `${one.organizationId} ${normalizeEmailAddress(one.invitee)}`;
    const other = last.get(key);
    if (!other || one.createdAt > other.createdAt) last.set(key, one);
  }
  return [...last.values()]
    .filter(({ status }) => status === 'Expired')
    .sort((a, b) => b.expiresAt - a.expiresAt || a.id.localeCompare(b.id));
}
