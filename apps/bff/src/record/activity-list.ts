import type { ActivityFilter, ActivityEntry, Page, PageRequest } from '@org-portal/contract';
import type { SelectQueryBuilder } from 'kysely';
import type { Database, Tables } from '../database/database.ts';
import { patternOf } from '../database/pattern.ts';
import { readable } from './unavailable.ts';
import { toActivityEntry } from '../view/activity-entry.ts';

/** As Logto does it on /logs: beyond this many the total is a lower bound, and nobody waits for counting. */
const CAP = 10_000;
/** Rows that an export reads at a time. */
const CHUNK = 1_000;

type Rows = SelectQueryBuilder<Tables, 'activity', object>;

/** @returns a page of the entries that match, newest first */
export async function listActivity(
  database: Database,
  filter: ActivityFilter,
  { page, pageSize }: PageRequest,
): Promise<Page<ActivityEntry>> {
  const [rows, counted] = await readable(
    Promise.all([
      matching(database, filter)
        .selectAll()
        .orderBy('id', 'desc')
        .limit(pageSize)
        .offset((page - 1) * pageSize)
        .execute(),
      countUpTo(database, filter, CAP + 1),
    ]),
  );
  return {
    items: rows.map(toActivityEntry),
    total: Math.min(counted, CAP),
    isTotalCapped: counted > CAP,
  };
}

/** Gives all entries that match, newest first, read as fast as they are taken. */
export async function* allActivity(
  database: Database,
  filter: ActivityFilter,
): AsyncGenerator<ActivityEntry, void, undefined> {
  let rows = matching(database, filter);
  for (;;) {
    const chunk = await readable(rows.selectAll().orderBy('id', 'desc').limit(CHUNK).execute());
    for (const row of chunk) yield toActivityEntry(row);
    const last = chunk.at(-1);
    if (!last || chunk.length < CHUNK) return;
    rows = matching(database, filter).where('id', '<', last.id);
  }
}

async function countUpTo(database: Database, filter: ActivityFilter, most: number): Promise<number> {
  const { count } = await database
    .selectFrom(matching(database, filter).select('id').limit(most).as('found'))
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .executeTakeFirstOrThrow();
  return Number(count);
}

function matching(database: Database, filter: ActivityFilter): Rows {
  const { organization, actor, action, outcome, target, from, to } = filter;
  let rows: Rows = database.selectFrom('activity');
  if (organization !== undefined) rows = rows.where('organization_id', '=', organization);
  if (actor !== undefined) rows = rows.where('actor_id', '=', actor);
  if (action !== undefined) rows = rows.where('action', '=', action);
  if (outcome !== undefined) rows = rows.where('outcome', '=', outcome);
  if (from !== undefined) rows = rows.where('time', '>=', new Date(from));
  if (to !== undefined) rows = rows.where('time', '<', new Date(to));
  const part = patternOf(target);
  if (target !== undefined && part !== undefined)
    rows = rows.where((row) =>
      row.or([row('target_name', '~*', part), row('target_id', '=', target.trim())]),
    );
  return rows;
}
