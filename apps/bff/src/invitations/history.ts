import type { ActivityAction, HistoryEvent, InvitationEvent, InvitationHistory } from '@org-portal/contract';
import type { LogtoInvitation } from '@org-portal/management-api';
import { orNothing } from '../access/or-nothing.ts';
import type { Database } from '../database/database.ts';
import type { Portal } from '../portal.ts';
import type { ActivityRow } from '../record/activity-table.ts';
import { readable } from '../record/unavailable.ts';
import { toDateTime } from '../view/date-time.ts';
import { toHistoryEvent } from '../view/history-event.ts';
import { findInvitation, type InvitationKey } from './find.ts';

/** Invitations that took each other's place, one after the other; more are not followed. */
const MOST = 100;

/**
 * What happened to an invitation, to those whose place it took, and to those that took its place: as the record has it, and
 * as Logto shows it where the record has nothing.
 * @throws Problem `audit.unavailable`; ManagementApiError `resource.not_found`
 */
export async function historyOf(portal: Portal, key: InvitationKey): Promise<InvitationHistory> {
  const invitation = await findInvitation(portal.api, key);
  const ids = await readable(chainOf(portal.database, key.invitationId));
  const rows = await readable(rowsOf(portal.database, key.organizationId, ids));
  const others = await Promise.all(
    ids.filter((id) => id !== invitation.id).map((id) => orNothing(portal.api.invitations.get(id))),
  );
  const present = [invitation, ...others.filter((one) => one !== undefined)];
  const events = [
    ...rows.map(toHistoryEvent).filter((event) => event !== undefined),
    ...(await eventsInLogto(portal, present, rows)),
  ];
  return {
    invitee: invitation.invitee,
    events: events.sort((a, b) => a.time.localeCompare(b.time)),
  };
}

/** Ids, in both directions. */
async function chainOf(database: Database, invitationId: string): Promise<string[]> {
  const ids = new Set([invitationId]);
  for (let known = 0; known < ids.size && ids.size < MOST;) {
    known = ids.size;
    const rows = await database
      .selectFrom('invitation_details')
      .select(['invitation_id', 'replaces'])
      .where((row) => row.or([row('invitation_id', 'in', [...ids]), row('replaces', 'in', [...ids])]))
      .where('replaces', 'is not', null)
      .execute();
    for (const row of rows) for (const id of [row.invitation_id, row.replaces ?? '']) ids.add(id);
  }
  return [...ids];
}

function rowsOf(database: Database, organizationId: string, ids: string[]): Promise<ActivityRow[]> {
  return database
    .selectFrom('activity')
    .selectAll()
    .where('target_type', '=', 'invitation')
    .where('organization_id', '=', organizationId)
    .where('outcome', 'in', ['succeeded', 'failed', 'unknown'])
    .where((row) =>
      row.or([row('target_id', 'in', ids), row(row.ref('before', '->>').key('invitationId'), 'in', ids)]),
    )
    .orderBy('id')
    .execute();
}

const MADE: ActivityAction[] = [
  'invitation.create',
  'invitation.renew',
  'invitation.change',
  'invitation.restore',
];

/** What was done in Logto itself, or before there was a record. */
async function eventsInLogto(
  { inviters }: Portal,
  invitations: LogtoInvitation[],
  rows: ActivityRow[],
): Promise<InvitationEvent[]> {
  const people = invitations.flatMap(({ inviterId, acceptedUserId }) => [
    inviterId ?? [],
    acceptedUserId ?? [],
  ]);
  const names = await inviters.of(people.flat());
  const person = (id: string | null) =>
    id === null ? null : { name: names.get(id) ?? null, staffRole: null };
  const isTold = (id: string, actions: ActivityAction[]) =>
    rows.some(
      (row) =>
        row.outcome === 'succeeded' &&
        actions.includes(row.action) &&
        (row.target_id === id || row.before?.invitationId === id),
    );
  return invitations.flatMap((one) => {
    const { id, status, createdAt, updatedAt, expiresAt, inviterId, acceptedUserId } = one;
    const found: InvitationEvent[] = [];
    const isMade = rows.some(
      (row) => row.target_id === id && MADE.includes(row.action) && row.outcome === 'succeeded',
    );
    if (!isMade) found.push(event('sent', createdAt, person(inviterId)));
    if (status === 'Accepted' && !isTold(id, ['invitation.accept']))
      found.push(event('accepted', updatedAt, person(acceptedUserId)));
    if (status === 'Revoked' && !isTold(id, ['invitation.revoke', 'invitation.decline', ...MADE.slice(1)]))
      found.push(event('revoked', updatedAt, null));
    if (status === 'Expired') found.push(event('expired', expiresAt, null));
    return found;
  });
}

const event = (name: HistoryEvent, time: number, by: InvitationEvent['by']): InvitationEvent => ({
  event: name,
  time: toDateTime(time),
  by,
  before: null,
  after: null,
  outcome: 'done',
  problem: null,
});
