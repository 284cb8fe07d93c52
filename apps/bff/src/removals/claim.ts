import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { RemovalOrganization } from './tables.ts';

/**
 * Takes organizations in which lines are waiting, so that nobody else does: whichever has waited longest.
 * @param instance the number of this process
 */
export function claimOrganizations(
  database: Database,
  instance: number,
  most: number,
): Promise<RemovalOrganization[]> {
  return database
    .with('due', (query) =>
      query
        .selectFrom('review_removal_organization')
        .select(['review_id', 'organization_id'])
        .where('instance', 'is', null)
        .where(sql<boolean>`(not_before is null or not_before <= clock_timestamp())`)
        .orderBy('turn_at')
        .orderBy('organization_id')
        .limit(most)
        .forUpdate()
        .skipLocked(),
    )
    .updateTable('review_removal_organization')
    .from('due')
    .set({ instance, turn_at: sql`clock_timestamp()` })
    .whereRef('review_removal_organization.review_id', '=', 'due.review_id')
    .whereRef('review_removal_organization.organization_id', '=', 'due.organization_id')
    .returningAll('review_removal_organization')
    .execute();
}

/** What a claimed organization is called within this process. */
export const nameOf = ({ review_id, organization_id }: RemovalOrganization) =>
  `${review_id}:${organization_id}`;

/** Its next line is somebody's to do. @param rest milliseconds before that */
export async function putBack(database: Database, key: RemovalOrganization, rest = 0): Promise<void> {
  await database
    .updateTable('review_removal_organization')
    .set({ instance: null, not_before: rest > 0 ? new Date(Date.now() + rest) : null })
    .where(mine(key))
    .execute();
}

/** No line of it is waiting any more. */
export async function isDone(database: Database, key: RemovalOrganization): Promise<void> {
  await database.deleteFrom('review_removal_organization').where(mine(key)).execute();
}

/** Gives back what processes took that are gone, or that this one does not work on any more. */
export async function recoverOrganizations(
  database: Database,
  lease: { id: number; isGone(instance: number): Promise<boolean> },
  isUnderWay: (name: string) => boolean,
): Promise<void> {
  const taken = await database
    .selectFrom('review_removal_organization')
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

/** Whoever was given up for gone and is not, gives nothing back that somebody else has. */
const mine = ({ review_id, organization_id, instance }: RemovalOrganization) =>
  sql<boolean>`review_id = ${review_id} and organization_id = ${organization_id} and instance = ${instance}`;
