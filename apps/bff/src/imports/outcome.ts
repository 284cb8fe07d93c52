import type { ProblemCode } from '@org-portal/contract';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { ImportJobRow } from './tables.ts';

/** A row as it was taken; what is written of it later holds only while nobody else has taken it. */
export type Taken = Pick<ImportJobRow, 'import_id' | 'number' | 'attempts'>;

const now = sql<Date>`clock_timestamp()`;

const ofTaken = (database: Database, { import_id, number, attempts }: Taken) =>
  database
    .updateTable('import_row')
    .where('import_id', '=', import_id)
    .where('number', '=', number)
    .where('state', '=', 'sending')
    .where(sql`cardinality(attempts)`, '=', attempts.length);

export async function wasSent(database: Database, row: Taken, invitationId: string): Promise<void> {
  await ofTaken(database, row)
    .set({ state: 'sent', invitation_id: invitationId, problem: null, detail: null, done_at: now })
    .execute();
}

export async function hasFailed(
  database: Database,
  row: Taken,
  problem: { code: ProblemCode; message: string },
): Promise<void> {
  await ofTaken(database, row)
    .set({ state: 'failed', problem: problem.code, detail: problem.message, done_at: now })
    .execute();
}

/**
 * Has the row wait again, unless its import was cancelled meanwhile.
 * @param rest milliseconds before it is its turn again
 * @param tries how often Logto has not taken it by now
 */
export async function waitsAgain(database: Database, row: Taken, rest = 0, tries?: number): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const job = await transaction
      .selectFrom('import')
      .select('status')
      .where('id', '=', row.import_id)
      .forShare()
      .executeTakeFirst();
    await ofTaken(transaction, row)
      .set({
        state: job?.status === 'Cancelled' ? 'cancelled' : 'waiting',
        not_before: rest > 0 ? new Date(Date.now() + rest) : null,
        ...(tries === undefined ? {} : { tries }),
      })
      .execute();
  });
}

/** Has all rows fail that are not sent and not about to be, with what keeps each of them from it. @returns how many */
export async function restHasFailed(
  database: Database,
  importId: string,
  problem: { code: ProblemCode; message: string },
): Promise<number> {
  const { numUpdatedRows } = await database
    .updateTable('import_row')
    .set({ state: 'failed', problem: problem.code, detail: problem.message, done_at: now })
    .where('import_id', '=', importId)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return Number(numUpdatedRows);
}
