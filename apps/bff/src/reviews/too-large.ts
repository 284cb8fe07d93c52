import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { Problem } from '../problem/problem.ts';
import { readable } from '../record/unavailable.ts';
import { heldIn } from './open.ts';

interface Scope {
  organization_ids: string[] | null;
  role_ids: string[] | null;
}

/**
 * Refuses a review before anything is read for it, where the newest reading of all organizations shows that it would have
 * more lines than anybody reviews.
 * @param most lines
 * @throws Problem `review.too_large`, with how many it would have at least
 */
export async function requireReviewable(database: Database, scope: Scope, most: number): Promise<void> {
  const lines = await readable(linesKnownOf(database, scope));
  if (lines <= most) return;
  throw new Problem(
    'review.too_large',
    `This would have ${lines} lines or more, and a review has ${most} at most. Choose fewer organizations or roles.`,
    { lines },
  );
}

async function linesKnownOf(database: Database, scope: Scope): Promise<number> {
  const newest = await database
    .selectFrom('snapshot')
    .select(['id', 'status'])
    .where('organization_ids', 'is', null)
    .where('status', 'in', ['Finished', 'TooLarge'])
    .orderBy('finished_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  if (!newest) return 0;
  return newest.status === 'Finished'
    ? countLines(database, newest.id, scope)
    : countMembers(database, newest.id, scope);
}

async function countLines(database: Database, id: string, { role_ids, ...scope }: Scope): Promise<number> {
  const { rows } = await sql<{ count: string }>`
    select count(*) as count from ${heldIn({ snapshot_id: id, role_ids })}
      and ${within(scope.organization_ids)}`.execute(database);
  return Number(rows[0]?.count ?? 0);
}

/** Of one that was not read to its end it is known how many members there are: no fewer have to be read. */
async function countMembers(database: Database, id: string, { organization_ids }: Scope): Promise<number> {
  const { members } = await database
    .selectFrom('snapshot_organization')
    .select(({ fn }) => fn.sum<string | null>('members').as('members'))
    .where('snapshot_id', '=', id)
    .where(within(organization_ids))
    .executeTakeFirstOrThrow();
  return Number(members ?? 0);
}

const within = (organizationIds: string[] | null) =>
  organizationIds === null
    ? sql<boolean>`true`
    : sql<boolean>`organization_id = any(${organizationIds}::text[])`;
