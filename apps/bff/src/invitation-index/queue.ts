import { EXPIRING_HOURS, type Page, type PageRequest, type QueueKind } from '@org-portal/contract';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { readable } from '../record/unavailable.ts';
import { matching, type IndexFilter, type Matching } from './matching.ts';
import type { Scope } from './state.ts';

export type IndexedKind = Exclude<QueueKind, 'failed'>;

export interface IndexedInvitation {
  id: string;
  organization: { id: string; name: string | null };
  invitee: string;
  inviterId: string | null;
  roles: { id: string; name: string }[];
  createdAt: Date;
  expiresAt: Date;
}

const soon = sql<Date>`now() + ${sql.lit(EXPIRING_HOURS)} * interval '1 hour'`;
const now = sql<Date>`now()`;

const ofKind: Record<IndexedKind, (found: Matching) => Matching> = {
  pending: (found) => found.where('one.expires_at', '>', now),
  expiring: (found) => found.where('one.expires_at', '>', now).where('one.expires_at', '<=', soon),
  // What another one to the same address made up for is not to be looked after.
  expired: (found) => found.where('one.expires_at', '<=', now).where('one.is_last', '=', true),
};

const open = (database: Database, kind: IndexedKind, scope: Scope, filter: IndexFilter): Matching =>
  ofKind[kind](matching(database, scope, filter).where('one.status', '=', 'Pending'));

/**
 * @returns a page of what staff should look after: what is pending by its end, what has expired the latest first
 * @throws Problem `audit.unavailable`
 */
export async function queuePage(
  database: Database,
  kind: IndexedKind,
  scope: Scope,
  filter: IndexFilter,
  { page, pageSize }: PageRequest,
): Promise<Page<IndexedInvitation>> {
  const order = kind === 'expired' ? 'desc' : 'asc';
  const [rows, counted] = await readable(
    Promise.all([
      open(database, kind, scope, filter)
        .leftJoin('invitation_index_organization as its', 'its.organization_id', 'one.organization_id')
        .select([
          'one.id',
          'one.organization_id',
          'its.name as organization_name',
          'one.invitee',
          'one.inviter_id',
          'one.roles',
          'one.created_at',
          'one.expires_at',
        ])
        .orderBy('one.expires_at', order)
        .orderBy('one.id', order)
        .limit(pageSize)
        .offset((page - 1) * pageSize)
        .execute(),
      countOf(database, kind, scope, filter),
    ]),
  );
  return {
    items: rows.map((row) => ({
      id: row.id,
      organization: { id: row.organization_id, name: row.organization_name },
      invitee: row.invitee,
      inviterId: row.inviter_id,
      roles: row.roles,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
    })),
    ...counted,
  };
}

/** So many are counted; where a text is looked for, each is looked at. There may be more. */
const MOST_COUNTED = 10_000;
const MOST_COUNTED_WITH_TEXT = 1_000;

/**
 * @returns how many there are, up to a bound
 * @throws Problem `audit.unavailable`
 */
export async function countOf(
  database: Database,
  kind: IndexedKind,
  scope: Scope,
  filter: IndexFilter,
): Promise<Omit<Page<never>, 'items'>> {
  const most = filter.q?.trim() ? MOST_COUNTED_WITH_TEXT : MOST_COUNTED;
  const counted = open(database, kind, scope, filter)
    .select('one.id')
    .limit(most + 1);
  const { total } = await readable(
    database
      .selectFrom(counted.as('counted'))
      .select(({ fn }) => fn.countAll<string>().as('total'))
      .executeTakeFirstOrThrow(),
  );
  return { total: Math.min(most, Number(total)), isTotalCapped: Number(total) > most };
}
