import { normalizeEmailAddress } from '@org-portal/contract';
import type { LogtoInvitation } from '@org-portal/management-api';
import { sql, type Selectable } from 'kysely';
import type { Database } from '../database/database.ts';
import { printable } from '../invitations/printable.ts';
import { markCurrent } from './mark-current.ts';
import type { InvitationIndexTable } from './tables.ts';

/** Ids of one look at what the index has. */
const LOOK = 5_000;
/** Rows of one statement: each has to be cut into the parts that are searched, and PGlite does that in this process. */
const CHUNK = 100;

interface List {
  organizationId: string;
  /** As `performance.now()` said before Logto was asked. */
  askedAt: number;
  /** All invitations of the organization, in parts. */
  batches: AsyncIterable<readonly LogtoInvitation[]> | Iterable<readonly LogtoInvitation[]>;
  /** Milliseconds until it is to be read again. */
  again: number;
}

/**
 * Makes the index say of an organization what Logto's list says. What the portal changed after Logto was asked stays, and a
 * list that is older than one that was kept changes nothing.
 * @returns how many invitations the list has
 * @throws what reading the batches throws; what was kept until then stays, and the organization counts as not read
 */
export async function keepList(
  database: Database,
  { organizationId, askedAt, batches, again }: List,
): Promise<number> {
  const { asOf, readAt, writtenAt } = await begin(database, organizationId, askedAt);
  const seen = new Set<string>();
  // The portal may have ended between a change and its mark.
  let isChanged = writtenAt !== null && (readAt === null || writtenAt > readAt);
  for await (const batch of batches) {
    for (const { id } of batch) seen.add(id);
    if (readAt && readAt >= asOf) continue;
    if (await keep(database, asOf, batch)) isChanged = true;
  }
  if (readAt && readAt >= asOf) return seen.size;
  if (await forget(database, organizationId, asOf, seen)) isChanged = true;
  if (isChanged) await markCurrent(database, { organizationId });
  await sql`
    update invitation_index_organization
    set read_at = ${asOf}, invitations = ${seen.size}, tries = 0,
      due_at = case
        -- Somebody asked for another reading while this one was under way.
        when due_at > ${asOf} and due_at <= clock_timestamp() then due_at
        else clock_timestamp() + ${again} * interval '1 millisecond'
      end
    where organization_id = ${organizationId} and (read_at is null or read_at < ${asOf})
  `.execute(database);
  return seen.size;
}

/** @returns when Logto was asked, by the database's clock: rather too early than too late */
async function begin(database: Database, organizationId: string, askedAt: number) {
  await database
    .insertInto('invitation_index_organization')
    .values({ organization_id: organizationId })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { now, read_at, written_at } = await database
    .selectFrom('invitation_index_organization')
    .select(['read_at', 'written_at', sql<Date>`clock_timestamp()`.as('now')])
    .where('organization_id', '=', organizationId)
    .executeTakeFirstOrThrow();
  const asOf = new Date(now.getTime() - Math.ceil(performance.now() - askedAt));
  return { asOf, readAt: read_at, writtenAt: written_at };
}

type Row = Omit<Selectable<InvitationIndexTable>, 'as_of' | 'is_deleted' | 'is_current' | 'is_last'>;

/** @returns the invitation as a row. Expiry is told on reading, so what has expired is kept as pending */
export function rowOf(invitation: LogtoInvitation): Row {
  const { id, organizationId, inviterId, acceptedUserId, status } = invitation;
  const invitee = printable(invitation.invitee);
  return {
    id,
    organization_id: organizationId,
    inviter_id: inviterId,
    accepted_user_id: acceptedUserId,
    invitee,
    address: normalizeEmailAddress(invitee).toLowerCase(),
    status: status === 'Expired' ? 'Pending' : status,
    roles: invitation.organizationRoles.map((role) => ({ id: role.id, name: printable(role.name) })),
    created_at: moment(invitation.createdAt),
    updated_at: moment(invitation.updatedAt),
    expires_at: moment(invitation.expiresAt),
  };
}

/** One that no calendar has must not keep the others of its organization out. */
const LATEST = Date.UTC(9999, 0);
const moment = (milliseconds: number): Date => new Date(Math.min(LATEST, Math.max(0, milliseconds)));

/** @returns whether anything was new or different */
async function keep(database: Database, asOf: Date, batch: readonly LogtoInvitation[]): Promise<boolean> {
  if (batch.length === 0) return false;
  const ids = batch.map(({ id }) => id);
  const kept = await database
    .selectFrom('invitation_index')
    .select([
      'id',
      'status',
      'inviter_id',
      'accepted_user_id',
      'roles',
      'updated_at',
      'expires_at',
      'is_deleted',
    ])
    .where('id', '=', sql<string>`any(${ids})`)
    .execute();
  const known = new Map(kept.map((row) => [row.id, fingerprint(row)]));
  const changed = batch
    .map(rowOf)
    .filter((row) => known.get(row.id) !== fingerprint({ ...row, is_deleted: false }));
  for (let first = 0; first < changed.length; first += CHUNK)
    await putRows(database, changed.slice(first, first + CHUNK), asOf);
  return changed.length > 0;
}

type Compared = Pick<
  Selectable<InvitationIndexTable>,
  'status' | 'inviter_id' | 'accepted_user_id' | 'roles' | 'updated_at' | 'expires_at' | 'is_deleted'
>;

const fingerprint = (row: Compared): string =>
  JSON.stringify([
    row.status,
    row.inviter_id,
    row.accepted_user_id,
    row.roles.map(({ id, name }) => [id, name]),
    row.updated_at,
    row.expires_at,
    row.is_deleted,
  ]);

/**
 * Adds rows, or puts them in the place of what is older.
 * @param asOf when they were true; default: now
 */
export async function putRows(database: Database, rows: readonly Row[], asOf?: Date): Promise<void> {
  // One parameter: a statement with a thousand of them costs more memory and time than the rows themselves.
  await sql`
    insert into invitation_index (
      id, organization_id, inviter_id, accepted_user_id, invitee, address, status, roles,
      created_at, updated_at, expires_at, as_of
    )
    select id, organization_id, inviter_id, accepted_user_id, invitee, address, status, roles,
      created_at, updated_at, expires_at, coalesce(${asOf ?? null}::timestamptz, clock_timestamp())
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (
      id text, organization_id text, inviter_id text, accepted_user_id text, invitee text, address text,
      status text, roles jsonb, created_at timestamptz, updated_at timestamptz, expires_at timestamptz
    )
    on conflict (id) do update set
      inviter_id = excluded.inviter_id, accepted_user_id = excluded.accepted_user_id, status = excluded.status,
      roles = excluded.roles, updated_at = excluded.updated_at, expires_at = excluded.expires_at,
      as_of = excluded.as_of, is_deleted = false
    where invitation_index.as_of < excluded.as_of
  `.execute(database);
}

/** Takes out what the list did not have. @returns whether there was any */
async function forget(
  database: Database,
  organizationId: string,
  asOf: Date,
  seen: ReadonlySet<string>,
): Promise<boolean> {
  let isChanged = false;
  for (let last = ''; ;) {
    const rows = await database
      .selectFrom('invitation_index')
      .select('id')
      .where('organization_id', '=', organizationId)
      .where('id', '>', last)
      .orderBy('id')
      .limit(LOOK)
      .execute();
    const gone = rows.map(({ id }) => id).filter((id) => !seen.has(id));
    if (gone.length > 0) {
      const { numDeletedRows } = await database
        .deleteFrom('invitation_index')
        .where('id', '=', sql<string>`any(${gone})`)
        .where('as_of', '<', asOf)
        .executeTakeFirst();
      if (numDeletedRows > 0n) isChanged = true;
    }
    if (rows.length < LOOK) return isChanged;
    last = rows.at(-1)?.id ?? '';
  }
}
