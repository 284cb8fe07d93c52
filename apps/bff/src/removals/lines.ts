import { randomUUID } from 'node:crypto';
import type { RemovalState } from '@org-portal/contract';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Problem } from '../problem/problem.ts';
import type { Removal, RemovalLine, RemovalOrganization } from './tables.ts';

/** A line that is waiting, with what the review says of it. */
export interface WaitingLine extends RemovalLine {
  organization_name: string | null;
  user_id: string;
  /** None: the bare membership. */
  role_id: string | null;
}

/** What an earlier attempt left in the record. */
export type Earlier = 'nothing' | 'in doubt' | 'succeeded' | 'unknown';

/** @returns in whose name the organization's lines are worked on, and the first that is waiting */
export async function nextLine(
  database: Database,
  { review_id, organization_id }: RemovalOrganization,
): Promise<{ removal: Removal; line: WaitingLine } | undefined> {
  const [removal, line] = await Promise.all([
    database
      .selectFrom('review_removal')
      .selectAll()
      .where('review_id', '=', review_id)
      .executeTakeFirstOrThrow(),
    database
      .selectFrom('review_removal_line as removal')
      .innerJoin('access_review_line as line', (join) =>
        join.onRef('line.review_id', '=', 'removal.review_id').onRef('line.number', '=', 'removal.number'),
      )
      .selectAll('removal')
      .select(['line.organization_name', 'line.user_id', 'line.role_id'])
      .where('removal.review_id', '=', review_id)
      .where('removal.state', '=', 'waiting')
      .where('removal.organization_id', '=', organization_id)
      .orderBy('removal.number')
      .limit(1)
      .executeTakeFirst(),
  ]);
  return line && { removal, line };
}

/** @returns what the record knows of the last attempt: what it does not know was never sent */
export async function earlierOf(database: Database, { attempts }: WaitingLine): Promise<Earlier> {
  const last = attempts.at(-1);
  if (last === undefined) return 'nothing';
  const row = await database
    .selectFrom('activity')
    .select(['outcome', 'settled_at'])
    .where('request_id', '=', last)
    .executeTakeFirst();
  if (row?.outcome === 'succeeded') return 'succeeded';
  if (row?.outcome === 'attempted') return 'in doubt';
  if (row?.outcome !== 'unknown') return 'nothing';
  return row.settled_at === null ? 'in doubt' : 'unknown';
}

const ofLine = (database: Database, { review_id, number }: RemovalLine) =>
  database
    .updateTable('review_removal_line')
    .where('review_id', '=', review_id)
    .where('number', '=', number)
    .where('state', '=', 'waiting');

/** Writes down under which request id it is about to be tried. @returns that */
export async function newAttempt(database: Database, line: RemovalLine): Promise<string> {
  const requestId = randomUUID();
  await ofLine(database, line)
    .set({ attempts: sql`attempts || ${requestId}::text` })
    .execute();
  return requestId;
}

/** It was tried in vain, and may be tried again. */
export async function wasInVain(database: Database, line: RemovalLine): Promise<void> {
  await ofLine(database, line)
    .set({ tries: sql`tries + 1` })
    .execute();
}

/** Writes down what has become of it. */
export async function hasBecome(
  database: Database,
  line: RemovalLine,
  state: Exclude<RemovalState, 'waiting'>,
  problem?: Pick<Problem, 'code' | 'message'>,
): Promise<void> {
  await ofLine(database, line)
    .set({
      state,
      problem: problem?.code ?? null,
      detail: problem?.message ?? null,
      at: sql`clock_timestamp()`,
    })
    .execute();
}

/**
 * Refuses the lines that are waiting: nobody may take them away any more. Where another process is at work it finds out
 * itself, and what was sent already is looked at first.
 * @returns how many
 */
export async function refuseRest(
  database: Database,
  { review_id, organization_id }: Pick<RemovalLine, 'review_id' | 'organization_id'>,
  { code, message }: Pick<Problem, 'code' | 'message'>,
): Promise<number> {
  return database.transaction().execute(async (transaction) => {
    const free = await transaction
      .selectFrom('review_removal_organization')
      .select('organization_id')
      .where('review_id', '=', review_id)
      .where('instance', 'is', null)
      .forUpdate()
      .skipLocked()
      .execute();
    const organizations = [organization_id, ...free.map((one) => one.organization_id)];
    const { numUpdatedRows } = await transaction
      .updateTable('review_removal_line')
      .set({ state: 'refused', problem: code, detail: message, at: sql`clock_timestamp()` })
      .where('review_id', '=', review_id)
      .where('state', '=', 'waiting')
      .where(sql<boolean>`organization_id = any(${organizations}::text[])`)
      .where(
        sql<boolean>`not exists (
          select from activity where request_id = attempts[cardinality(attempts)] and outcome in ('attempted', 'unknown', 'succeeded')
        )`,
      )
      .executeTakeFirst();
    return Number(numUpdatedRows);
  });
}

/** Writes down of removals of which nothing is left to do that they have ended. */
export async function closeFinished(database: Database): Promise<void> {
  await database
    .updateTable('review_removal')
    .set({ finished_at: sql`clock_timestamp()` })
    .where('finished_at', 'is', null)
    .where(
      sql<boolean>`not exists (
        select from review_removal_organization organization
        where organization.review_id = review_removal.review_id
      )`,
    )
    .execute();
}
