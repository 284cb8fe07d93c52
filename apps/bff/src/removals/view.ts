import type { AccessReview, RemovalState } from '@org-portal/contract';
import type { Database } from '../database/database.ts';

type Shown = NonNullable<AccessReview['removal']>;

/** @returns by the id of the review, who had removed what was marked, and what has become of it so far */
export async function removalsOf(database: Database, reviewIds: string[]): Promise<Map<string, Shown>> {
  if (reviewIds.length === 0) return new Map();
  const [removals, counts] = await Promise.all([
    database.selectFrom('review_removal').selectAll().where('review_id', 'in', reviewIds).execute(),
    database
      .selectFrom('review_removal_line')
      .select(['review_id', 'state', ({ fn }) => fn.countAll<string>().as('count')])
      .where('review_id', 'in', reviewIds)
      .groupBy(['review_id', 'state'])
      .execute(),
  ]);
  return new Map(
    removals.map(({ review_id, started_by: { id, name }, started_at, finished_at }) => {
      const countOf = (state: RemovalState) =>
        Number(counts.find((one) => one.review_id === review_id && one.state === state)?.count ?? 0);
      const shown: Shown = {
        startedBy: { id, name },
        startedAt: started_at.toISOString(),
        finishedAt: finished_at?.toISOString() ?? null,
        counts: {
          waiting: countOf('waiting'),
          removed: countOf('removed'),
          gone: countOf('gone'),
          refused: countOf('refused'),
          failed: countOf('failed'),
        },
      };
      return [review_id, shown];
    }),
  );
}
