import type { ActivityEntry } from '@org-portal/contract';
import type { Database } from '../database/database.ts';
import { notFound } from '../problem/problem.ts';
import { toActivityEntry } from '../view/activity-entry.ts';
import { readable } from './unavailable.ts';

/**
 * @param organizationId where the entry must be; undefined: anywhere
 * @throws Problem `resource.not_found`, for an entry of another organization too
 */
export async function findActivityEntry(
  database: Database,
  entryId: string,
  organizationId?: string,
): Promise<ActivityEntry> {
  const row = await readable(
    database.selectFrom('activity').selectAll().where('id', '=', entryId).executeTakeFirst(),
  );
  const isThere = organizationId === undefined || row?.organization_id === organizationId;
  if (!row || !isThere) throw notFound();
  return toActivityEntry(row);
}
