import type { PersonSuspension, SuspensionCheckState } from '@org-portal/contract';
import type { Database } from '../database/database.ts';
import { readable } from '../record/unavailable.ts';

/** Organizations that are named. */
const MOST = 1_000;

/** @returns what is known of the organizations of somebody who was suspended before these were checked */
export async function suspensionOf(database: Database, personId: string): Promise<PersonSuspension> {
  const [suspension, counts, left] = await readable(
    Promise.all([
      database.selectFrom('suspension').selectAll().where('person_id', '=', personId).executeTakeFirst(),
      database
        .selectFrom('suspension_check')
        .select(['state', ({ fn }) => fn.countAll<string>().as('count')])
        .where('person_id', '=', personId)
        .groupBy('state')
        .execute(),
      database
        .selectFrom('suspension_check')
        .select(['organization_id as id', 'organization_name as name'])
        .where('person_id', '=', personId)
        .where('state', '=', 'left')
        .orderBy('organization_name')
        .orderBy('organization_id')
        .limit(MOST)
        .execute(),
    ]),
  );
  const countOf = (state: SuspensionCheckState) =>
    Number(counts.find((one) => one.state === state)?.count ?? 0);
  return {
    startedAt: suspension?.started_at.toISOString() ?? null,
    startedBy: suspension ? suspension.started_by : null,
    organizations: {
      waiting: countOf('waiting'),
      kept: countOf('kept'),
      left: countOf('left'),
      gone: countOf('gone'),
    },
    left,
  };
}
