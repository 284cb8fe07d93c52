import { isVisible, type AccessReviewDecisions, type AccessReviewDecisionsInput } from '@org-portal/contract';
import { sql } from 'kysely';
import type { Person } from '../access/person.ts';
import type { Portal } from '../portal.ts';
import { Problem } from '../problem/problem.ts';
import { readable } from '../record/unavailable.ts';
import { findReviewRow } from './find.ts';
import { toLine } from './lines.ts';

/**
 * Keeps lines, marks them for removal, or takes that back. Of a line that somebody else has decided since it was seen,
 * what they decided stays, and is told.
 * @throws Problem `review.not_reviewer`; `review.not_open`; `audit.unavailable`
 */
export async function decide(
  { database }: Portal,
  reviewer: Person,
  reviewId: string,
  { lines, decision, note = '' }: AccessReviewDecisionsInput,
): Promise<AccessReviewDecisions> {
  const { reviewers } = await findReviewRow(database, reviewId);
  if (!reviewers.some(({ id }) => id === reviewer.id))
    throw new Problem('review.not_reviewer', 'Only its reviewers decide the lines of a review.');
  const seen = new Map(lines.map(({ number, version }) => [number, version]));
  const changed = await readableUnless(
    database.transaction().execute(async (transaction) => {
      // Held, so that it is not closed in between.
      const review = await transaction
        .selectFrom('access_review')
        .select('status')
        .where('id', '=', reviewId)
        .forShare()
        .executeTakeFirst();
      if (review?.status !== 'Open')
        throw new Problem('review.not_open', 'This review is not open, so nothing in it can be decided.');
      const present = await transaction
        .selectFrom('access_review_line')
        .selectAll()
        .where('review_id', '=', reviewId)
        .where('number', 'in', [...seen.keys()])
        .orderBy('number')
        .forUpdate()
        .execute();
      const wanted = present.filter(({ number, version }) => seen.get(number) === version);
      if (wanted.length === 0) return { present, updated: [] };
      const updated = await transaction
        .updateTable('access_review_line')
        .set({
          decision,
          note: decision === null ? null : isVisible(note) ? note.trim() : null,
          decided_by: decision === null ? null : JSON.stringify({ id: reviewer.id, name: reviewer.name }),
          decided_at: decision === null ? null : sql`clock_timestamp()`,
          version: sql`version + 1`,
        })
        .where('review_id', '=', reviewId)
        .where(
          'number',
          'in',
          wanted.map(({ number }) => number),
        )
        .returningAll()
        .execute();
      return { present, updated };
    }),
  );
  const now = new Map([...changed.present, ...changed.updated].map((row) => [row.number, row]));
  const done = new Set(changed.updated.map(({ number }) => number));
  return {
    results: lines.map(({ number }) => {
      const row = now.get(number);
      if (!row) return { number, problem: { code: 'resource.not_found', detail: 'There is no such line.' } };
      const line = toLine(row);
      if (done.has(number)) return { number, line };
      const problem = {
        code: 'review.line_changed',
        detail: `${row.decided_by?.name ?? 'Somebody'} has decided this line meanwhile.`,
      } as const;
      return { number, line, problem };
    }),
  };
}

/** @throws the Problem that it throws, and else Problem `audit.unavailable` */
async function readableUnless<Read>(reading: Promise<Read>): Promise<Read> {
  const outcome = await readable(
    reading.catch((error: unknown) => {
      if (error instanceof Problem) return error;
      throw error;
    }),
  );
  if (outcome instanceof Problem) throw outcome;
  return outcome;
}
