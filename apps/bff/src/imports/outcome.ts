import type { ProblemCode } from '@org-portal/contract';
import { sql, type UpdateObject } from 'kysely';
import type { Database, Tables } from '../database/database.ts';
import type { ImportJobRow } from './tables.ts';

/** A row as it was taken; what is written of it later holds only while nobody else has taken it. */
export type Taken = Pick<ImportJobRow, 'import_id' | 'number' | 'attempts'>;

const now = sql<Date>`clock_timestamp()`;

async function write(
  database: Database,
  { import_id, number, attempts }: Taken,
  values: UpdateObject<Tables, 'import_row'>,
): Promise<boolean> {
  const { numUpdatedRows } = await database
    .updateTable('import_row')
    .set(values)
    .where('import_id', '=', import_id)
    .where('number', '=', number)
    .where('state', '=', 'sending')
    .where(sql`cardinality(attempts)`, '=', attempts.length)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** @returns false where the row was not this attempt's any more, and stays as it is */
export function markSent(database: Database, row: Taken, invitationId: string): Promise<boolean> {
  return write(database, row, {
    state: 'sent',
    invitation_id: invitationId,
    problem: null,
    detail: null,
    done_at: now,
  });
}

/** @returns false where the row was not this attempt's any more, and stays as it is */
export function markFailed(
  database: Database,
  row: Taken,
  { code, message }: { code: ProblemCode; message: string },
): Promise<boolean> {
  return write(database, row, { state: 'failed', problem: code, detail: message, done_at: now });
}

/**
 * Puts the row back among those that wait, unless its import was cancelled meanwhile.
 * @param rest milliseconds before it is its turn again
 * @param tries how often Logto has not taken it by now
 */
export async function putBack(database: Database, row: Taken, rest = 0, tries?: number): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const job = await transaction
      .selectFrom('import')
      .select('status')
      .where('id', '=', row.import_id)
      .forShare()
      .executeTakeFirst();
    await write(transaction, row, {
      state: job?.status === 'Cancelled' ? 'cancelled' : 'waiting',
      not_before: rest > 0 ? new Date(Date.now() + rest) : null,
      ...(tries === undefined ? {} : { tries }),
    });
  });
}

/** Has all rows fail that are not sent and not about to be, with what keeps each of them from it. @returns how many */
export async function failRest(
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
