import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { ImportJob, ImportJobRow } from './tables.ts';

export interface Claim {
  job: ImportJob;
  rows: ImportJobRow[];
}

/** Rows that may be sent now. */
const isDue = sql<boolean>`state = 'waiting' and (not_before is null or not_before <= now())`;

/**
 * Takes rows that wait, so that nobody else does. Organizations share what is taken; of one that has several imports it
 * is the turn of whichever has waited longest.
 * @param instance the number of this process
 * @param most rows
 */
export async function claim(database: Database, instance: number, most: number): Promise<Claim[]> {
  const jobs = await inTurn(database, most);
  const share = Math.max(1, Math.floor(most / Math.max(1, jobs.length)));
  const claims: Claim[] = [];
  for (const id of jobs) {
    const claimed = await claimOf(database, instance, id, share);
    if (claimed && claimed.rows.length > 0) claims.push(claimed);
  }
  return claims;
}

/** @returns ids of imports, one of each organization */
async function inTurn(database: Database, most: number): Promise<string[]> {
  const ofEach = database
    .selectFrom('import')
    .distinctOn('organization_id')
    .select(['id', 'turn_at'])
    .where('status', '=', 'Running')
    .where('finished_at', 'is', null)
    .where(({ exists, selectFrom }) =>
      exists(selectFrom('import_row').select('number').whereRef('import_id', '=', 'import.id').where(isDue)),
    )
    .orderBy('organization_id')
    .orderBy('turn_at');
  const rows = await database
    .selectFrom(ofEach.as('next'))
    .select('id')
    .orderBy('turn_at')
    .limit(most)
    .execute();
  return rows.map(({ id }) => id);
}

/** The import's own row is held meanwhile: whoever pauses or cancels it comes before or after. */
function claimOf(database: Database, instance: number, id: string, most: number): Promise<Claim | undefined> {
  return database.transaction().execute(async (transaction) => {
    const job = await transaction
      .updateTable('import')
      .set({ turn_at: sql`clock_timestamp()` })
      .where('id', '=', id)
      .where('status', '=', 'Running')
      .returningAll()
      .executeTakeFirst();
    if (!job) return undefined;
    const rows = await transaction
      .with('due', (query) =>
        query
          .selectFrom('import_row')
          .select('number')
          .where('import_id', '=', id)
          .where(isDue)
          .orderBy('number')
          .limit(most)
          .forUpdate()
          .skipLocked(),
      )
      .updateTable('import_row')
      .from('due')
      .set({ state: 'sending', instance, attempts: sql`attempts || gen_random_uuid()::text` })
      .where('import_id', '=', id)
      .whereRef('import_row.number', '=', 'due.number')
      .returningAll('import_row')
      .execute();
    return { job, rows };
  });
}
