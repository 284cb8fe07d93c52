import { sql } from 'kysely';
import type { Database } from '../database/database.ts';

/**
 * Ends snapshots of which nothing is left to read, and those that hold more than anybody reviews.
 * @param most memberships
 * @returns whether there are any that have not ended
 */
export async function settleSnapshots(database: Database, most: number): Promise<boolean> {
  const open = await database
    .selectFrom('snapshot')
    .leftJoin('snapshot_organization as organization', 'organization.snapshot_id', 'snapshot.id')
    .select([
      'snapshot.id',
      'snapshot.status',
      ({ fn }) => fn.sum<string | null>('organization.members').as('members'),
      sql<boolean>`bool_or(organization.state in ('waiting', 'reading'))`.as('has_more'),
    ])
    .where('snapshot.finished_at', 'is', null)
    .groupBy('snapshot.id')
    .execute();
  let ended = 0;
  for (const { id, status, members, has_more } of open) {
    const isTooLarge = Number(members) > most;
    if (!isTooLarge && (status !== 'Reading' || has_more)) continue;
    await end(database, id, isTooLarge ? 'TooLarge' : 'Finished');
    ended += 1;
  }
  return ended < open.length;
}

/** Ends it, unless it has ended. What is too large, or is not wanted, is not kept; how large it is, is. */
export async function end(
  database: Database,
  id: string,
  status: 'Finished' | 'TooLarge' | 'Cancelled',
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const ended = await transaction
      .updateTable('snapshot')
      .set({ status, instance: null, finished_at: sql`clock_timestamp()` })
      .where('id', '=', id)
      .where('finished_at', 'is', null)
      .executeTakeFirst();
    if (ended.numUpdatedRows === 0n) return false;
    if (status !== 'Finished')
      await transaction.deleteFrom('snapshot_membership').where('snapshot_id', '=', id).execute();
    return true;
  });
}
