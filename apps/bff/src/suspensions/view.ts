import type { PersonSuspension, SuspensionCheckState } from '@org-portal/contract';
import { orNothing } from '../access/or-nothing.ts';
import type { Person } from '../access/person.ts';
import { staffScope } from '../access/staff-scope.ts';
import type { Database } from '../database/database.ts';
import type { Portal } from '../portal.ts';
import { notFound } from '../problem/problem.ts';
import { readable } from '../record/unavailable.ts';

/** Organizations that are named. */
const MOST = 1_000;

/**
 * @returns the organizations of a suspended person, and which of them were checked; an empty state for somebody who is
 *   not suspended, or whose organizations were all checked first
 * @throws Problem `resource.not_found` for somebody who does not exist, and to staff who are limited to some organizations
 */
export async function suspensionFor(
  { api, database, settings }: Portal,
  staff: Person,
  personId: string,
): Promise<PersonSuspension> {
  // What is stored names organizations that limited staff must not know of.
  if (staffScope(staff, settings.staff) !== undefined) throw notFound();
  const suspension = await suspensionOf(database, personId);
  // Only somebody who exists has a stored one, and it can be read while Logto is down.
  if (suspension.startedAt === null && !(await orNothing(api.users.get(personId)))) throw notFound();
  return suspension;
}

async function suspensionOf(database: Database, personId: string): Promise<PersonSuspension> {
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
