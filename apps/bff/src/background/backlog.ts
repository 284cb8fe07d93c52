import { sql } from 'kysely';
import type { Database } from '../database/database.ts';

/** Which states are still to be worked on: of rows of imports, lines of removals, organizations of snapshots and suspensions, and of the index of invitations. */
const STATES = {
  import: ['waiting', 'sending'],
  removal: ['waiting'],
  snapshot: ['waiting', 'reading'],
  'invitation-index': ['waiting'],
  suspension: ['waiting', 'left'],
} as const;

/** How much of one kind of work is in a state. */
export interface Backlog {
  job: keyof typeof STATES;
  state: string;
  rows: number;
}

/** Counts what is still to be done in the background, of all instances; also what there is none of. */
export async function backlogOf(database: Database): Promise<Backlog[]> {
  const [imports, removals, snapshots, index, suspensions] = await Promise.all([
    database
      .selectFrom('import_row')
      .select(['state', ({ fn }) => fn.countAll<string>().as('count')])
      .where('state', 'in', STATES.import)
      .groupBy('state')
      .execute(),
    database
      .selectFrom('review_removal')
      .innerJoin('review_removal_line as line', 'line.review_id', 'review_removal.review_id')
      .select(['state', ({ fn }) => fn.countAll<string>().as('count')])
      .where('finished_at', 'is', null)
      .where('state', 'in', STATES.removal)
      .groupBy('state')
      .execute(),
    database
      .selectFrom('snapshot')
      .innerJoin('snapshot_organization as organization', 'organization.snapshot_id', 'snapshot.id')
      .select(['state', ({ fn }) => fn.countAll<string>().as('count')])
      .where('finished_at', 'is', null)
      .where('state', 'in', STATES.snapshot)
      .groupBy('state')
      .execute(),
    database
      .selectFrom('invitation_index_organization')
      .select(({ fn }) => [sql<string>`'waiting'`.as('state'), fn.countAll<string>().as('count')])
      .where('due_at', '<=', sql<Date>`clock_timestamp()`)
      .execute(),
    database
      .selectFrom('suspension_check')
      .select(['state', ({ fn }) => fn.countAll<string>().as('count')])
      .where('state', 'in', STATES.suspension)
      .groupBy('state')
      .execute(),
  ]);
  const of = (job: Backlog['job'], found: { state: string; count: string }[]) =>
    STATES[job].map((state) => ({
      job,
      state,
      rows: Number(found.find((one) => one.state === state)?.count ?? 0),
    }));
  return [
    ...of('import', imports),
    ...of('removal', removals),
    ...of('snapshot', snapshots),
    ...of('invitation-index', index),
    ...of('suspension', suspensions),
  ];
}
