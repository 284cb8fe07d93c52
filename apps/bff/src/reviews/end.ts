import { sql, type UpdateObject } from 'kysely';
import type { Person } from '../access/person.ts';
import type { Tables } from '../database/database.ts';
import type { Portal } from '../portal.ts';
import { Problem } from '../problem/problem.ts';
import type { Change } from '../record/change.ts';
import { end as endSnapshot } from '../snapshots/settle.ts';
import { findReviewRow } from './find.ts';

/**
 * Closes a review: nothing of it changes any more.
 * @throws Problem `review.not_reviewer`; `review.not_open`
 */
export async function closeReview(
  portal: Portal,
  reviewer: Person,
  reviewId: string,
  change: Change,
): Promise<void> {
  const { reviewers, name } = await findReviewRow(portal.database, reviewId);
  change.target.name = name;
  if (!reviewers.some(({ id }) => id === reviewer.id))
    throw new Problem('review.not_reviewer', 'Only its reviewers close a review.');
  await endAs(portal, reviewId, ['Open'], change, {
    status: 'Closed',
    closed_by: JSON.stringify({ id: reviewer.id, name: reviewer.name }),
    closed_at: sql`clock_timestamp()`,
  });
}

/**
 * Gives a review up. What was decided in it stays to be seen.
 * @throws Problem `review.not_reviewer` for who neither asked for it nor reviews it; `review.not_open`
 */
export async function cancelReview(
  portal: Portal,
  person: Person,
  reviewId: string,
  change: Change,
): Promise<void> {
  const review = await findReviewRow(portal.database, reviewId);
  change.target.name = review.name;
  if (![review.created_by, ...review.reviewers].some(({ id }) => id === person.id))
    throw new Problem('review.not_reviewer', 'Only who asked for a review, or reviews it, gives it up.');
  await endAs(portal, reviewId, ['Preparing', 'Open'], change, { status: 'Cancelled' });
  if (review.status === 'Preparing' && review.snapshot_id)
    await endSnapshot(portal.database, review.snapshot_id, 'Cancelled');
}

async function endAs(
  { database, record }: Portal,
  reviewId: string,
  from: readonly ('Preparing' | 'Open')[],
  change: Change,
  values: UpdateObject<Tables, 'access_review'>,
): Promise<void> {
  await record.change(change, {}, async () => {
    const ended = await database
      .updateTable('access_review')
      .set(values)
      .where('id', '=', reviewId)
      .where('status', 'in', from)
      .executeTakeFirst();
    if (ended.numUpdatedRows === 0n)
      throw new Problem('review.not_open', 'This review is not open any more.');
  });
}
