import { randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import { readable } from '../record/unavailable.ts';
import type { Database } from './database.ts';

/** Bytes. More than the row of any change, and random, so that it is not stored compressed. */
const ROOM = 64 * 1024;

/**
 * Proves that the database can be written to. Each time the row goes into a new file (`truncate` begins one), because on a
 * full disk there is still room in the old ones.
 * @throws Problem `audit.unavailable` when it does not answer, or takes no more
 */
export async function requireWritable(database: Database): Promise<void> {
  const write = database.transaction().execute(async (transaction) => {
    await sql`truncate write_check`.execute(transaction);
    await sql`insert into write_check (filler) values (${randomBytes(ROOM / 2).toString('hex')})`.execute(
      transaction,
    );
  });
  await readable(write);
}
