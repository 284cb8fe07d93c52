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
  const entry = database.selectFrom('activity').selectAll().where('id', '=', entryId);
  const within = organizationId === undefined ? entry : entry.where('organization_id', '=', organizationId);
  const row = await readable(within.executeTakeFirst());
  if (!row) throw notFound();
  return toActivityEntry(row);
}
