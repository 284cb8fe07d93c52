import type {
  AccessReviewLine,
  AccessReviewLineFilter,
  Page,
  PageRequest,
  ProblemCode,
  RemovalState,
} from '@org-portal/contract';
import type { Database } from '../database/database.ts';
import { patternOf } from '../database/pattern.ts';
import { readable } from '../record/unavailable.ts';
import type { ReviewLineRow } from './tables.ts';

/** Rows that an export reads at a time. */
const CHUNK = 1_000;

/** @returns a page of the lines that match, in their order */
export async function listLines(
  database: Database,
  reviewId: string,
  filter: AccessReviewLineFilter,
  { page, pageSize }: PageRequest,
): Promise<Page<AccessReviewLine>> {
  const all = matching(database, reviewId, filter);
  const [rows, { total }] = await readable(
    Promise.all([
      all
        .selectAll('line')
        .select(ofRemoval)
        .orderBy('line.number')
        .limit(pageSize)
        .offset((page - 1) * pageSize)
        .execute(),
      all.select(({ fn }) => fn.countAll<string>().as('total')).executeTakeFirstOrThrow(),
    ]),
  );
  return { items: rows.map(toLine), total: Number(total), isTotalCapped: false };
}

/** Gives all lines in their order, read as fast as they are taken. */
export async function* allLines(
  database: Database,
  reviewId: string,
): AsyncGenerator<LineWithRemoval, void, undefined> {
  for (let after = 0; ;) {
    const rows = await readable(
      matching(database, reviewId, {})
        .selectAll('line')
        .select(ofRemoval)
        .where('line.number', '>', after)
        .orderBy('line.number')
        .limit(CHUNK)
        .execute(),
    );
    yield* rows;
    if (rows.length < CHUNK) return;
    after = rows.at(-1)?.number ?? after;
  }
}

function matching(
  database: Database,
  reviewId: string,
  { organization, role, decision, removal, q }: AccessReviewLineFilter,
) {
  let lines = database
    .selectFrom('access_review_line as line')
    .leftJoin('review_removal_line as removal', (join) =>
      join.onRef('removal.review_id', '=', 'line.review_id').onRef('removal.number', '=', 'line.number'),
    )
    .where('line.review_id', '=', reviewId);
  if (organization !== undefined) lines = lines.where('line.organization_id', '=', organization);
  if (role !== undefined) lines = lines.where('role_id', '=', role);
  if (removal !== undefined) lines = lines.where('removal.state', '=', removal);
  if (decision === 'none') lines = lines.where('decision', 'is', null);
  else if (decision !== undefined) lines = lines.where('decision', '=', decision);
  const pattern = patternOf(q);
  if (pattern !== undefined)
    lines = lines.where((row) =>
      row.or(
        (['user_name', 'email', 'username', 'organization_name'] as const).map((column) =>
          row(column, '~*', pattern),
        ),
      ),
    );
  return lines;
}

const ofRemoval = [
  'removal.state as removal_state',
  'removal.problem as removal_problem',
  'removal.detail as removal_detail',
  'removal.at as removal_at',
] as const;

/** A line, with what has become of it where somebody has had removed what was marked. */
export interface LineWithRemoval extends ReviewLineRow {
  removal_state?: RemovalState | null;
  removal_problem?: ProblemCode | null;
  removal_detail?: string | null;
  removal_at?: Date | null;
}

export const toLine = (row: LineWithRemoval): AccessReviewLine => ({
  id: String(row.number),
  number: row.number,
  organization: { id: row.organization_id, name: row.organization_name },
  person: { id: row.user_id, name: row.user_name, email: row.email, username: row.username },
  role: row.role_id === null ? null : { id: row.role_id, name: row.role_name ?? row.role_id },
  lastSignInAt: row.last_sign_in_at?.toISOString() ?? null,
  isSuspended: row.is_suspended,
  decision: row.decision,
  note: row.note,
  decidedBy: row.decided_by,
  decidedAt: row.decided_at?.toISOString() ?? null,
  version: row.version,
  removal: row.removal_state
    ? {
        state: row.removal_state,
        problem: row.removal_problem ? { code: row.removal_problem, detail: row.removal_detail ?? '' } : null,
        at: row.removal_at?.toISOString() ?? null,
      }
    : null,
});
