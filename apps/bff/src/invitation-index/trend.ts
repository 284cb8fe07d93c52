import { TREND_DAYS } from '@org-portal/contract';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { emptyTrend, type TrendDay } from '../invitations/trend.ts';
import { readable } from '../record/unavailable.ts';
import { matching, type Matching } from './matching.ts';
import type { Scope } from './state.ts';

type Moment = 'created_at' | 'updated_at' | 'expires_at';

/**
 * @returns what was sent, accepted, and expired on each of the last days, in UTC
 * @throws Problem `audit.unavailable`
 */
export async function trendIn(database: Database, scope: Scope): Promise<TrendDay[]> {
  const all = () => matching(database, scope);
  const [sent, accepted, expired] = await readable(
    Promise.all([
      perDay(all(), 'created_at'),
      perDay(all().where('one.status', '=', 'Accepted'), 'updated_at'),
      perDay(
        all()
          .where('one.status', '=', 'Pending')
          .where('one.expires_at', '<=', sql<Date>`now()`),
        'expires_at',
      ),
    ]),
  );
  return emptyTrend().map(({ day }) => ({
    day,
    sent: sent.get(day) ?? 0,
    accepted: accepted.get(day) ?? 0,
    expired: expired.get(day) ?? 0,
  }));
}

async function perDay(found: Matching, moment: Moment): Promise<Map<string, number>> {
  const column = sql.ref(`one.${moment}`);
  const day = sql<string>`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD')`;
  const rows = await found
    .where(sql<boolean>`${column} >= now() - ${sql.lit(TREND_DAYS)} * interval '1 day'`)
    .select(({ fn }) => [day.as('day'), fn.countAll<string>().as('count')])
    .groupBy(day)
    .execute();
  return new Map(rows.map((row) => [row.day, Number(row.count)]));
}
