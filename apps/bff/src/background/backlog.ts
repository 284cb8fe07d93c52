import type { Database } from '../database/database.ts';

/** Rows that are still to be sent, of all imports. */
export interface Backlog {
  waiting: number;
  sending: number;
}

/** Counts them. */
export async function backlogOf(database: Database): Promise<Backlog> {
  const rows = await database
    .selectFrom('import_row')
    .select(['state', ({ fn }) => fn.countAll<string>().as('count')])
    .where('state', 'in', ['waiting', 'sending'])
    .groupBy('state')
    .execute();
  const count = (state: keyof Backlog) => Number(rows.find((row) => row.state === state)?.count ?? 0);
  return { waiting: count('waiting'), sending: count('sending') };
}
