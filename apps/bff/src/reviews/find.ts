import type { AccessReview, Page, PageRequest, ReviewStatus } from '@org-portal/contract';
import type { Database } from '../database/database.ts';
import { notFound } from '../problem/problem.ts';
import { readable } from '../record/unavailable.ts';
import { showSnapshots } from '../snapshots/find.ts';
import { removalsOf } from '../removals/view.ts';
import { scopeNamesOf } from './scope-names.ts';
import type { ReviewRow } from './tables.ts';

/** @throws Problem `resource.not_found` */
export async function findReviewRow(database: Database, id: string): Promise<ReviewRow> {
  const review = await readable(
    database.selectFrom('access_review').selectAll().where('id', '=', id).executeTakeFirst(),
  );
  if (!review) throw notFound();
  return review;
}

/** @throws Problem `resource.not_found` */
export async function findReview(database: Database, id: string): Promise<AccessReview> {
  return (await showReviews(database, [await findReviewRow(database, id)]))[0] as AccessReview;
}

/** @returns a page of the reviews, newest first */
export async function listReviews(
  database: Database,
  status: ReviewStatus | undefined,
  { page, pageSize }: PageRequest,
): Promise<Page<AccessReview>> {
  let all = database.selectFrom('access_review');
  if (status !== undefined) all = all.where('status', '=', status);
  const [rows, { total }] = await readable(
    Promise.all([
      all
        .selectAll()
        .orderBy('created_at', 'desc')
        .orderBy('id')
        .limit(pageSize)
        .offset((page - 1) * pageSize)
        .execute(),
      all.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow(),
    ]),
  );
  return { items: await showReviews(database, rows), total: Number(total), isTotalCapped: false };
}

async function showReviews(database: Database, rows: ReviewRow[]): Promise<AccessReview[]> {
  if (rows.length === 0) return [];
  const [decided, previous, snapshots, names, removals] = await readable(
    Promise.all([
      decidedIn(database, rows),
      previousOf(database, rows),
      snapshotsOf(database, rows),
      scopeNamesOf(database, rows),
      removalsOf(
        database,
        rows.filter(({ status }) => status === 'Closed').map(({ id }) => id),
      ),
    ]),
  );
  return rows.map((row) => {
    const { kept = 0, toRemove = 0 } = decided.get(row.id) ?? {};
    const total = row.lines;
    return {
      id: row.id,
      name: row.name,
      status: row.status,
      scope: {
        organizationIds: row.organization_ids,
        roleIds: row.role_ids,
        organizationNames: names.get(row.id) ?? [],
        roleNames: row.role_names,
      },
      reviewers: row.reviewers,
      dueAt: row.due_at.toISOString(),
      createdBy: row.created_by,
      createdAt: row.created_at.toISOString(),
      openedAt: row.opened_at?.toISOString() ?? null,
      gone: row.gone,
      closedBy: row.closed_by,
      closedAt: row.closed_at?.toISOString() ?? null,
      lines: { total, kept, toRemove, undecided: row.opened_at ? total - kept - toRemove : 0 },
      snapshot: snapshots.get(row.snapshot_id ?? '') ?? null,
      previous: previous.get(row.previous_id ?? '') ?? null,
      removal: removals.get(row.id) ?? null,
    };
  });
}

async function decidedIn(database: Database, rows: ReviewRow[]) {
  const counts = await database
    .selectFrom('access_review_line')
    .select([
      'review_id',
      ({ fn }) => fn.countAll<string>().filterWhere('decision', '=', 'keep').as('kept'),
      ({ fn }) => fn.countAll<string>().filterWhere('decision', '=', 'remove').as('to_remove'),
    ])
    .where(
      'review_id',
      'in',
      rows.map(({ id }) => id),
    )
    .groupBy('review_id')
    .execute();
  return new Map(
    counts.map((one) => [one.review_id, { kept: Number(one.kept), toRemove: Number(one.to_remove) }]),
  );
}

async function previousOf(database: Database, rows: ReviewRow[]) {
  const ids = rows.flatMap(({ previous_id }) => previous_id ?? []);
  if (ids.length === 0) return new Map<string, AccessReview['previous']>();
  const found = await database
    .selectFrom('access_review')
    .select(['id', 'name', 'closed_at'])
    .where('id', 'in', ids)
    .execute();
  return new Map(
    found.map(({ id, name, closed_at }) => [id, { id, name, closedAt: closed_at?.toISOString() ?? '' }]),
  );
}

async function snapshotsOf(database: Database, rows: ReviewRow[]) {
  const ids = rows.flatMap(({ status, snapshot_id }) => (status === 'Preparing' ? (snapshot_id ?? []) : []));
  if (ids.length === 0) return new Map<string, AccessReview['snapshot']>();
  const found = await database.selectFrom('snapshot').selectAll().where('id', 'in', ids).execute();
  return new Map((await showSnapshots(database, found)).map((one) => [one.id, one]));
}
