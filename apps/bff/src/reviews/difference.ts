import type {
  AccessReviewDifferenceLine,
  Page,
  PageRequest,
  ReviewDecision,
  ReviewDifference,
} from '@org-portal/contract';
import { sql } from 'kysely';
import type { Database } from '../database/database.ts';
import { readable } from '../record/unavailable.ts';
import { findReviewRow } from './find.ts';

interface Row {
  kind: ReviewDifference;
  organization_id: string;
  organization_name: string | null;
  user_id: string;
  user_name: string | null;
  email: string | null;
  username: string | null;
  role_id: string | null;
  role_name: string | null;
  before: ReviewDecision | null;
  now: ReviewDecision | null;
}

/**
 * What a review has that the closed one before it of the same scope had not, the other way round, and what was decided
 * otherwise. Nothing where there is none before.
 * @throws Problem `resource.not_found`
 */
export async function listDifferences(
  database: Database,
  reviewId: string,
  kind: ReviewDifference | undefined,
  { page, pageSize }: PageRequest,
): Promise<Page<AccessReviewDifferenceLine>> {
  const { id, previous_id } = await findReviewRow(database, reviewId);
  if (previous_id === null) return { items: [], total: 0, isTotalCapped: false };
  const all = sql<Row>`
    select
      case when b.number is null then 'added' when n.number is null then 'gone' else 'decided_otherwise' end as kind,
      coalesce(n.organization_id, b.organization_id) as organization_id,
      coalesce(n.organization_name, b.organization_name) as organization_name,
      coalesce(n.user_id, b.user_id) as user_id,
      coalesce(n.user_name, b.user_name) as user_name,
      coalesce(n.email, b.email) as email,
      coalesce(n.username, b.username) as username,
      coalesce(n.role_id, b.role_id) as role_id,
      coalesce(n.role_name, b.role_name) as role_name,
      b.decision as before, n.decision as now
    from (select * from access_review_line where review_id = ${id}) n
    full join (select * from access_review_line where review_id = ${previous_id}) b
      on n.organization_id = b.organization_id and n.user_id = b.user_id
        and coalesce(n.role_id, '') = coalesce(b.role_id, '')
    where n.number is null or b.number is null or n.decision is distinct from b.decision`;
  const wanted = kind === undefined ? sql`true` : sql`kind = ${kind}`;
  const [{ rows }, counted] = await readable(
    Promise.all([
      sql<Row>`
        select * from (${all}) difference where ${wanted}
        order by kind, coalesce(organization_name, organization_id), organization_id,
          lower(coalesce(user_name, username, email, '')), user_id, role_name
        limit ${pageSize} offset ${(page - 1) * pageSize}`.execute(database),
      sql<{ total: string }>`select count(*) as total from (${all}) difference where ${wanted}`.execute(
        database,
      ),
    ]),
  );
  return {
    items: rows.map(toDifference),
    total: Number(counted.rows[0]?.total ?? 0),
    isTotalCapped: false,
  };
}

const toDifference = (row: Row): AccessReviewDifferenceLine => ({
  id: `${row.organization_id}:${row.user_id}:${row.role_id ?? ''}`,
  kind: row.kind,
  organization: { id: row.organization_id, name: row.organization_name },
  person: { id: row.user_id, name: row.user_name, email: row.email, username: row.username },
  role: row.role_id === null ? null : { id: row.role_id, name: row.role_name ?? row.role_id },
  before: row.before,
  now: row.now,
});
