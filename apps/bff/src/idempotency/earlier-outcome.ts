import type { Database } from '../database/database.ts';
import { readable } from '../record/unavailable.ts';

/**
 * What came of a request that nobody was answered: `nothing`, so it may be made again; `done`, at least in part;
 * `open`, it is being found out; `unknown`, nobody will find out.
 */
export type EarlierOutcome = 'nothing' | 'done' | 'open' | 'unknown';

/**
 * Asks the record, which has each change before it is sent. A request may have made several.
 * @throws Problem `audit.unavailable` when the database does not answer
 */
export async function earlierOutcome(database: Database, requestId: string): Promise<EarlierOutcome> {
  const rows = await readable(
    database
      .selectFrom('activity')
      .select(['outcome', 'settled_at'])
      .where('request_id', '=', requestId)
      .execute(),
  );
  const isOpen = rows.some(
    ({ outcome, settled_at }) => outcome === 'attempted' || (outcome === 'unknown' && settled_at === null),
  );
  if (isOpen) return 'open';
  if (rows.some(({ outcome }) => outcome === 'succeeded')) return 'done';
  return rows.some(({ outcome }) => outcome === 'unknown') ? 'unknown' : 'nothing';
}
