import { sql } from 'kysely';
import { readable } from '../record/unavailable.ts';
import type { Database } from './database.ts';

/** @throws Problem `audit.unavailable` when the database does not answer */
export async function requireDatabase(database: Database): Promise<void> {
  await readable(sql`select 1`.execute(database));
}
