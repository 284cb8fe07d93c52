import { sql, type Transaction } from 'kysely';
import type { Database, Tables } from '../database/database.ts';

/**
 * Makes the lines of reviews whose snapshot has ended; from then on they are open. One of too many lines is refused.
 * @param most lines
 */
export async function openReviews(database: Database, most: number): Promise<void> {
  const ready = await database
    .selectFrom('access_review as review')
    .innerJoin('snapshot', 'snapshot.id', 'review.snapshot_id')
    .select(['review.id', 'snapshot.status'])
    .where('review.status', '=', 'Preparing')
    .where('snapshot.finished_at', 'is not', null)
    .execute();
  for (const { id, status } of ready)
    await database.transaction().execute(async (transaction) => {
      // Whoever comes second finds it open.
      const review = await transaction
        .selectFrom('access_review')
        .select(['id', 'snapshot_id', 'role_ids'])
        .where('id', '=', id)
        .where('status', '=', 'Preparing')
        .forUpdate()
        .executeTakeFirst();
      if (!review?.snapshot_id) return;
      if (status === 'Finished')
        await open(transaction, { ...review, snapshot_id: review.snapshot_id }, most);
      else
        await refuse(transaction, id, review.snapshot_id, status === 'TooLarge' ? 'TooLarge' : 'Cancelled');
    });
}

interface Held {
  snapshot_id: string;
  role_ids: string[] | null;
}

interface Ready extends Held {
  id: string;
}

async function open(transaction: Transaction<Tables>, review: Ready, most: number): Promise<void> {
  const count = await countLines(transaction, review);
  const isTooLarge = count > most;
  if (!isTooLarge) await makeLines(transaction, review);
  await transaction
    .updateTable('access_review')
    .set({
      status: isTooLarge ? 'TooLarge' : 'Open',
      lines: count,
      gone: await countGone(transaction, review.snapshot_id),
      opened_at: isTooLarge ? null : sql`clock_timestamp()`,
    })
    .where('id', '=', review.id)
    .execute();
}

async function refuse(
  transaction: Transaction<Tables>,
  id: string,
  snapshotId: string,
  status: 'TooLarge' | 'Cancelled',
): Promise<void> {
  const { members } = await transaction
    .selectFrom('snapshot_organization')
    .select(({ fn }) => fn.sum<string | null>('members').as('members'))
    .where('snapshot_id', '=', snapshotId)
    .executeTakeFirstOrThrow();
  await transaction
    .updateTable('access_review')
    .set({ status, lines: Number(members ?? 0) })
    .where('id', '=', id)
    .execute();
}

async function countGone(transaction: Transaction<Tables>, snapshotId: string): Promise<number> {
  const { gone } = await transaction
    .selectFrom('snapshot_organization')
    .select(({ fn }) => fn.countAll<string>().as('gone'))
    .where('snapshot_id', '=', snapshotId)
    .where('state', '=', 'gone')
    .executeTakeFirstOrThrow();
  return Number(gone);
}

/** Each role of each member as a row of its own; of who has none, one row without a role. */
export const heldIn = ({ snapshot_id, role_ids }: Held) => sql`
  snapshot_membership membership
  cross join lateral unnest(
    case when membership.role_ids = '{}' then array[null]::text[] else membership.role_ids end
  ) as held(role_id)
  where membership.snapshot_id = ${snapshot_id}
    and ${role_ids === null ? sql`true` : sql`held.role_id = any(${role_ids}::text[])`}`;

async function countLines(transaction: Transaction<Tables>, review: Ready): Promise<number> {
  const { rows } = await sql<{ count: string }>`select count(*) as count from ${heldIn(review)}`.execute(
    transaction,
  );
  return Number(rows[0]?.count ?? 0);
}

async function makeLines(transaction: Transaction<Tables>, review: Ready): Promise<void> {
  await sql`
    insert into access_review_line (
      review_id, number, organization_id, organization_name, user_id, user_name, email, username, last_sign_in_at,
      is_suspended, role_id, role_name
    )
    select
      ${review.id},
      row_number() over (order by
        coalesce(organization.name, line.organization_id), line.organization_id,
        lower(coalesce(line.name, line.username, line.email, '')), line.user_id, role.name, line.role_id),
      line.organization_id, organization.name, line.user_id, line.name, line.email, line.username,
      line.last_sign_in_at, line.is_suspended, line.role_id, coalesce(role.name, line.role_id)
    from (select membership.*, held.role_id from ${heldIn(review)}) line
    join snapshot_organization organization using (snapshot_id, organization_id)
    left join snapshot_role role using (snapshot_id, role_id)
  `.execute(transaction);
}
