import type { SuspensionCheckState } from '@org-portal/contract';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { SuspensionCheck } from './tables.ts';

/**
 * Takes organizations that are to be checked, so that nobody else does: those that nobody has looked at first.
 * @param instance the number of this process
 */
export function claimChecks(database: Database, instance: number, most: number): Promise<SuspensionCheck[]> {
  return database
    .with('due', (query) =>
      query
        .selectFrom('suspension_check')
        .select(['person_id', 'organization_id'])
        .where('instance', 'is', null)
        .where('state', 'in', ['waiting', 'left'])
        .where(sql<boolean>`(not_before is null or not_before <= clock_timestamp())`)
        .orderBy('state', 'desc')
        .orderBy('not_before', (order) => order.asc().nullsFirst())
        .limit(most)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable('suspension_check')
    .from('due')
    .set({ instance })
    .whereRef('suspension_check.person_id', '=', 'due.person_id')
    .whereRef('suspension_check.organization_id', '=', 'due.organization_id')
    .returningAll('suspension_check')
    .execute();
}

/** What a claimed check is called within this process. */
export const nameOf = ({ person_id, organization_id }: SuspensionCheck) => `${person_id}:${organization_id}`;

/** It is to be checked later. @param rest milliseconds before that */
export async function putBack(database: Database, check: SuspensionCheck, rest = 0): Promise<void> {
  await mine(database, check)
    .set({ instance: null, not_before: later(rest) })
    .execute();
}

/** Writes down what was found. @param rest milliseconds until it is looked at again, if it is */
export async function markChecked(
  database: Database,
  check: SuspensionCheck,
  state: SuspensionCheckState,
  rest: number,
): Promise<void> {
  await mine(database, check)
    .set({ state, instance: null, not_before: later(rest), looks: sql`looks + 1` })
    .execute();
}

/** Gives back what processes took that are gone, or that this one does not work on any more. */
export async function recoverChecks(
  database: Database,
  lease: { id: number; isGone(instance: number): Promise<boolean> },
  isUnderWay: (name: string) => boolean,
): Promise<void> {
  const taken = await database
    .selectFrom('suspension_check')
    .selectAll()
    .where('instance', 'is not', null)
    .execute();
  const gone = new Set<number | null>();
  for (const instance of new Set(taken.map((one) => one.instance)))
    if (instance !== null && (await lease.isGone(instance))) gone.add(instance);
  for (const one of taken)
    if (gone.has(one.instance) || (one.instance === lease.id && !isUnderWay(nameOf(one))))
      await putBack(database, one);
}

/** By the database's clock, which all instances share. */
const later = (rest: number) => sql<Date>`clock_timestamp() + make_interval(secs => ${rest / 1_000})`;

/** A process that was wrongly taken for gone changes nothing that another one has by now. */
const mine = (database: Database, { person_id, organization_id, instance }: SuspensionCheck) =>
  database
    .updateTable('suspension_check')
    .where('person_id', '=', person_id)
    .where('organization_id', '=', organization_id)
    .where('instance', '=', instance);
