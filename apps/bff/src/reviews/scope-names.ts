import { MAX_NAMED_ORGANIZATIONS } from '@org-portal/contract';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import type { ReviewRow } from './tables.ts';

interface ScopeName {
  review_id: string;
  id: string;
  name: string;
}

/** @returns by review, what its organizations were called when it was read who holds what; of few organizations only */
export async function scopeNamesOf(
  database: Database,
  rows: readonly ReviewRow[],
): Promise<Map<string, { id: string; name: string }[]>> {
  const isFew = ({ organization_ids: ids }: ReviewRow) => ids && ids.length <= MAX_NAMED_ORGANIZATIONS;
  const ids = rows.filter(isFew).map(({ id }) => id);
  if (ids.length === 0) return new Map();
  const { rows: found } = await sql<ScopeName>`
    select access_review.id as review_id, scope.id, line.organization_name as name
    from access_review, unnest(access_review.organization_ids) as scope(id), lateral (
      select organization_name from access_review_line
      where review_id = access_review.id and organization_id = scope.id and organization_name is not null
      limit 1
    ) as line
    where access_review.id = any(${ids}::text[])
  `.execute(database);
  const names = new Map<string, { id: string; name: string }[]>(ids.map((id) => [id, []]));
  for (const { review_id, id, name } of found) names.get(review_id)?.push({ id, name });
  return names;
}
