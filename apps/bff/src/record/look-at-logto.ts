import {
  normalizeEmailAddress,
  type ActivityAction,
  type ActivityOutcome,
  type ImportStatus,
  type ReviewStatus,
} from '@org-portal/contract';
import type { LogtoInvitation, ManagementApiCalls } from '@org-portal/management-api';
import { orNothing } from '../access/or-nothing.ts';
import type { Database } from '../database/database.ts';
import type { ActivityRow } from './activity-table.ts';

interface Sources {
  api: ManagementApiCalls;
  database: Database;
}

export interface Seen {
  outcome: ActivityOutcome;
  target_id?: string;
}

/** Milliseconds by which Logto's clock may be behind. */
const SKEW = 60_000;

const did = (isDone: boolean): Seen => ({ outcome: isDone ? 'succeeded' : 'failed' });
const CANNOT_TELL: Seen = { outcome: 'unknown' };

const LOOKS: Record<ActivityAction, (sources: Sources, row: ActivityRow) => Seen | Promise<Seen>> = {
  'member.roles.change': async ({ api }, row) => {
    const roles = await rolesOf(api, row, row.target_id);
    const has = (wanted: { id: string }[] = []) => sameIds(roles, wanted);
    if (has(row.after?.roles)) return did(true);
    return has(row.before?.roles) ? did(false) : CANNOT_TELL;
  },
  'member.remove': async ({ api }, row) => did((await rolesOf(api, row, row.target_id)) === undefined),
  'organization.leave': async ({ api }, row) => did((await rolesOf(api, row, row.actor_id)) === undefined),
  'invitation.create': findCreated,
  'invitation.renew': findCreated,
  'invitation.change': findCreated,
  'invitation.restore': findCreated,
  'invitation.revoke': hasStatus('Revoked'),
  'invitation.accept': hasStatus('Accepted'),
  'invitation.decline': hasStatus('Revoked'),
  // Nothing is sent to Logto.
  'invitation.ask': () => CANNOT_TELL,
  'invitation.link': () => CANNOT_TELL,
  'invitation.delete': async ({ api }, row) => did((await invitationOf(api, row)) === undefined),
  // Logto keeps no trace of a message, nor of a session of the portal's.
  'invitation.resend': () => CANNOT_TELL,
  'session.end_all': () => CANNOT_TELL,
  'person.sign_out': () => CANNOT_TELL,
  'person.suspend': isSuspended(true),
  'person.unsuspend': isSuspended(false),
  'import.create': async ({ database }, row) => did((await statusOfImport(database, row)) !== undefined),
  'import.pause': isImport('Paused'),
  'import.continue': isImport('Running'),
  'import.cancel': isImport('Cancelled'),
  'import.retry': () => CANNOT_TELL,
  'import.link': () => CANNOT_TELL,
  'review.create': hasReview(),
  'review.close': hasReview('Closed'),
  'review.cancel': hasReview('Cancelled'),
  'review.remove': async ({ database }, { target_id }) =>
    did(
      (await database
        .selectFrom('review_removal')
        .select('review_id')
        .where('review_id', '=', target_id)
        .executeTakeFirst()) !== undefined,
    ),
};

/**
 * @returns what Logto shows of a change that was sent and not answered; `unknown` where it shows nothing of it
 * @throws ManagementApiError when Logto cannot be asked
 */
export async function lookAtLogto(sources: Sources, row: ActivityRow): Promise<Seen> {
  return LOOKS[row.action](sources, row);
}

function rolesOf(api: ManagementApiCalls, { organization_id }: ActivityRow, userId: string | null) {
  return orNothing(api.members.roles(organization_id ?? '', userId ?? ''));
}

function invitationOf(api: ManagementApiCalls, { target_id }: ActivityRow) {
  return orNothing(api.invitations.get(target_id ?? ''));
}

function hasStatus(status: LogtoInvitation['status']) {
  return async ({ api }: Sources, row: ActivityRow): Promise<Seen> => {
    const invitation = await invitationOf(api, row);
    return invitation ? did(invitation.status === status) : CANNOT_TELL;
  };
}

function isSuspended(wanted: boolean) {
  return async ({ api }: Sources, { target_id }: ActivityRow): Promise<Seen> => {
    const user = await orNothing(api.users.get(target_id ?? ''));
    return user ? did(user.isSuspended === wanted) : CANNOT_TELL;
  };
}

function hasReview(status?: ReviewStatus) {
  return async ({ database }: Sources, { target_id }: ActivityRow): Promise<Seen> => {
    const review = await database
      .selectFrom('access_review')
      .select('status')
      .where('id', '=', target_id)
      .executeTakeFirst();
    return did(status === undefined ? review !== undefined : review?.status === status);
  };
}

const CREATING: ActivityAction[] = [
  'invitation.create',
  'invitation.renew',
  'invitation.change',
  'invitation.restore',
];
async function statusOfImport(database: Database, { target_id }: ActivityRow) {
  const found = await database
    .selectFrom('import')
    .select('status')
    .where('id', '=', target_id ?? '')
    .executeTakeFirst();
  return found?.status;
}

/** Somebody may have changed it again meanwhile. */
function isImport(status: ImportStatus) {
  return async ({ database }: Sources, row: ActivityRow): Promise<Seen> =>
    (await statusOfImport(database, row)) === status ? did(true) : CANNOT_TELL;
}

/** The one to that address, by that inviter, until that moment, that no other row has made. */
async function findCreated({ api, database }: Sources, row: ActivityRow): Promise<Seen> {
  const all = await api.invitations.ofOrganization(row.organization_id ?? '');
  for (const { id } of all.filter((one) => isAsAsked(one, row))) {
    const other = await database
      .selectFrom('activity')
      .select('id')
      .where('action', 'in', CREATING)
      .where('target_id', '=', id)
      .executeTakeFirst();
    if (!other) return { outcome: 'succeeded', target_id: id };
  }
  return did(false);
}

/** One that was made again has the inviter whom it had. */
function isAsAsked(one: LogtoInvitation, { action, actor_id, before, after, ...row }: ActivityRow): boolean {
  return (
    normalizeEmailAddress(one.invitee) === normalizeEmailAddress(row.target_name ?? '') &&
    (one.inviterId === actor_id || action === 'invitation.restore') &&
    one.expiresAt === Date.parse(after?.expiresAt ?? '') &&
    one.createdAt >= row.time.getTime() - SKEW &&
    one.id !== before?.invitationId &&
    sameIds(one.organizationRoles, after?.roles ?? [])
  );
}

const sameIds = (some: { id: string }[] | undefined, others: { id: string }[]): boolean =>
  some !== undefined &&
  some.length === others.length &&
  some.every(({ id }) => others.some((other) => other.id === id));
