import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { SnapshotOrganization } from './tables.ts';

/**
 * Takes organizations of which a page is to be read, so that nobody else does: first pages first, by which the size is
 * known before most is read.
 * @param instance the number of this process
 */
export function claimPages(
  database: Database,
  instance: number,
  most: number,
): Promise<SnapshotOrganization[]> {
  return database
    .with('due', (query) =>
      query
        .selectFrom('snapshot_organization as organization')
        .innerJoin('snapshot', 'snapshot.id', 'organization.snapshot_id')
        .select(['organization.snapshot_id', 'organization.organization_id'])
        .where('organization.state', '=', 'waiting')
        .where('snapshot.status', '=', 'Reading')
        .orderBy('organization.next_page')
        .orderBy('organization.organization_id')
        .limit(most)
        .forUpdate('organization')
        .skipLocked(),
    )
    .updateTable('snapshot_organization')
    .from('due')
    .set({ state: 'reading', instance })
    .whereRef('snapshot_organization.snapshot_id', '=', 'due.snapshot_id')
    .whereRef('snapshot_organization.organization_id', '=', 'due.organization_id')
    .returningAll('snapshot_organization')
    .execute();
}

/** Takes a snapshot whose organizations are still to be listed. @returns its id */
export async function claimListing(database: Database, instance: number): Promise<string | undefined> {
  const taken = await database
    .updateTable('snapshot')
    .set({ instance })
    .where(({ eb, selectFrom }) =>
      eb(
        'id',
        '=',
        selectFrom('snapshot')
          .select('id')
          .where('status', '=', 'Listing')
          .where('instance', 'is', null)
          .orderBy('created_at')
          .limit(1)
          .forUpdate()
          .skipLocked(),
      ),
    )
    .returning('id')
    .executeTakeFirst();
  return taken?.id;
}

/** Gives back what processes took that are gone, or that this one does not work on any more. */
export async function recoverClaims(
  database: Database,
  lease: { id: number; isGone(instance: number): Promise<boolean> },
  isUnderWay: (name: string) => boolean,
): Promise<void> {
  const [listing, reading] = await Promise.all([
    database
      .selectFrom('snapshot')
      .select(['id', 'instance'])
      .where('status', '=', 'Listing')
      .where('instance', 'is not', null)
      .execute(),
    database
      .selectFrom('snapshot_organization')
      .select(['snapshot_id', 'organization_id', 'instance'])
      .where('state', '=', 'reading')
      .execute(),
  ]);
  const instances = new Set([...listing, ...reading].map(({ instance }) => instance ?? 0));
  const gone = new Set<number>();
  for (const instance of instances) if (await lease.isGone(instance)) gone.add(instance);
  const isLeft = (instance: number | null, name: string) =>
    gone.has(instance ?? 0) || (instance === lease.id && !isUnderWay(name));
  for (const { id, instance } of listing) {
    if (!isLeft(instance, id)) continue;
    await database
      .updateTable('snapshot')
      .set({ instance: null })
      .where('id', '=', id)
      .where('instance', '=', instance)
      .execute();
  }
  for (const one of reading) {
    if (isLeft(one.instance, nameOf(one))) await putBack(database, one);
  }
}

type Key = Pick<SnapshotOrganization, 'snapshot_id' | 'organization_id' | 'instance'>;

/** What a claimed organization is called within this process. */
export const nameOf = ({ snapshot_id, organization_id }: Key) => `${snapshot_id}:${organization_id}`;

/** The page is to be read once more. */
export async function putBack(database: Database, key: Key): Promise<void> {
  await database
    .updateTable('snapshot_organization')
    .set({ state: 'waiting', instance: null })
    .where(mine(key))
    .execute();
}

/** Whoever was given up for gone and is not, changes nothing any more. */
export const mine = ({ snapshot_id, organization_id, instance }: Key) =>
  sql<boolean>`snapshot_id = ${snapshot_id} and organization_id = ${organization_id}
    and state = 'reading' and instance = ${instance}`;
