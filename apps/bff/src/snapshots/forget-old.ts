import { sql } from 'kysely';
import type { Database } from '../database/database.ts';

/** Deletes snapshots that ended over a day ago, but for the last one of all organizations that was finished. */
export async function forgetOldSnapshots(database: Database): Promise<void> {
  await database
    .deleteFrom('snapshot')
    .where('finished_at', '<', sql<Date>`now() - interval '1 day'`)
    .where(({ eb, selectFrom }) =>
      eb(
        'id',
        'not in',
        selectFrom('snapshot as last')
          .select('last.id')
          .where('last.status', '=', 'Finished')
          .where('last.organization_ids', 'is', null)
          .orderBy('last.finished_at', 'desc')
          .limit(1),
      ),
    )
    .execute();
}
