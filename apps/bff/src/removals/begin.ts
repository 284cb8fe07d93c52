import { sql, type Transaction } from 'kysely';
import type { Tables } from '../database/database.ts';
import type { Portal } from '../portal.ts';
import { Problem } from '../problem/problem.ts';
import type { Change } from '../record/change.ts';
import { readable } from '../record/unavailable.ts';
import { findReviewRow } from '../reviews/find.ts';

/** Lines that one statement puts down. */
const CHUNK = 20_000;

/**
 * Has taken away what a closed review marked, in the background. While that goes on, nothing more begins; afterwards the
 * lines that failed or were refused are tried again, in the name of who asks now.
 * @throws Problem `resource.not_found`; `review.not_closed`; `review.nothing_to_remove`
 */
export async function beginRemoval(portal: Portal, reviewId: string, change: Change): Promise<void> {
  const { database, record } = portal;
  const { name, status } = await findReviewRow(database, reviewId);
  change.target.name = name;
  if (status !== 'Closed')
    throw new Problem('review.not_closed', 'Close the review first: until then its decisions may change.');
  const { marked, open, left } = await readable(standing(portal, reviewId));
  if (!marked)
    throw new Problem('review.nothing_to_remove', 'No line of this review was marked for removal.');
  if (open || !left) return;
  await record.change(change, {}, () =>
    database.transaction().execute(async (transaction) => {
      if (await takeOver(transaction, reviewId, change)) await waitAgain(transaction, reviewId);
      else if (await start(transaction, reviewId, change)) await putDown(transaction, reviewId);
      else return;
      await addOrganizations(transaction, reviewId);
    }),
  );
}

/** Whether lines were marked, whether they are being removed, and whether there is something left to do. */
async function standing({ database }: Portal, reviewId: string) {
  const [marked, removal, left] = await Promise.all([
    database
      .selectFrom('access_review_line')
      .select('number')
      .where('review_id', '=', reviewId)
      .where('decision', '=', 'remove')
      .limit(1)
      .executeTakeFirst(),
    database
      .selectFrom('review_removal')
      .select('finished_at')
      .where('review_id', '=', reviewId)
      .executeTakeFirst(),
    database
      .selectFrom('review_removal_line')
      .select('number')
      .where('review_id', '=', reviewId)
      .where('state', 'in', ['failed', 'refused'])
      .limit(1)
      .executeTakeFirst(),
  ]);
  return { marked, open: removal?.finished_at === null, left: !removal || left !== undefined };
}

const valuesOf = ({ actor: { id, name, email }, session, reason }: Change) => ({
  started_by: JSON.stringify({ id, name, email }),
  session,
  reason: reason ?? '',
});

/** @returns whether it is the first to begin */
async function start(transaction: Transaction<Tables>, reviewId: string, change: Change): Promise<boolean> {
  const started = await transaction
    .insertInto('review_removal')
    .values({ review_id: reviewId, ...valuesOf(change) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return started.numInsertedOrUpdatedRows === 1n;
}

/** @returns whether there was one that had ended */
async function takeOver(
  transaction: Transaction<Tables>,
  reviewId: string,
  change: Change,
): Promise<boolean> {
  const taken = await transaction
    .updateTable('review_removal')
    .set({ ...valuesOf(change), started_at: sql`clock_timestamp()`, finished_at: null })
    .where('review_id', '=', reviewId)
    .where('finished_at', 'is not', null)
    .executeTakeFirst();
  return taken.numUpdatedRows === 1n;
}

async function waitAgain(transaction: Transaction<Tables>, reviewId: string): Promise<void> {
  await transaction
    .updateTable('review_removal_line')
    .set({ state: 'waiting', problem: null, detail: null, tries: 0, at: sql`clock_timestamp()` })
    .where('review_id', '=', reviewId)
    .where('state', 'in', ['failed', 'refused'])
    .execute();
}

/** In parts, as a statement has its time. */
async function putDown(transaction: Transaction<Tables>, reviewId: string): Promise<void> {
  for (let after: number | undefined = 0; after !== undefined;) {
    const added = await transaction
      .insertInto('review_removal_line')
      .columns(['review_id', 'number', 'organization_id'])
      .expression(
        transaction
          .selectFrom('access_review_line')
          .select(['review_id', 'number', 'organization_id'])
          .where('review_id', '=', reviewId)
          .where('decision', '=', 'remove')
          .where('number', '>', after)
          .orderBy('number')
          .limit(CHUNK),
      )
      .returning('number')
      .execute();
    after = added.length < CHUNK ? undefined : Math.max(...added.map(({ number }) => number));
  }
}

async function addOrganizations(transaction: Transaction<Tables>, reviewId: string): Promise<void> {
  await transaction
    .insertInto('review_removal_organization')
    .columns(['review_id', 'organization_id'])
    .expression(
      transaction
        .selectFrom('review_removal_line')
        .select(['review_id', 'organization_id'])
        .distinct()
        .where('review_id', '=', reviewId)
        .where('state', '=', 'waiting'),
    )
    .execute();
}
