import { sql } from 'kysely';
import type { Database } from '../database/database.ts';

/**
 * Writes down of imports of which nothing is left to do that they have ended.
 * @returns whether there are any that have not
 */
export async function closeFinished(database: Database): Promise<boolean> {
  const open = await database
    .selectFrom('import')
    .select(['id', isDone.as('is_done')])
    .where('finished_at', 'is', null)
    .execute();
  const done = open.filter(({ is_done }) => is_done);
  for (const { id } of done) await close(database, id);
  return done.length < open.length;
}

const isDone = sql<boolean>`not exists (
  select from import_row where import_id = import.id and state in ('waiting', 'sending')
)`;

/** Looks again, once nobody else can change it: its failed rows may just have been asked for again. */
function close(database: Database, id: string): Promise<void> {
  return database.transaction().execute(async (transaction) => {
    await transaction.selectFrom('import').select('id').where('id', '=', id).forUpdate().execute();
    await transaction
      .updateTable('import')
      .set({
        status: sql`case when status = 'Cancelled' then status else 'Finished' end`,
        finished_at: sql`clock_timestamp()`,
      })
      .where('id', '=', id)
      .where('finished_at', 'is', null)
      .where(isDone)
      .execute();
  });
}
