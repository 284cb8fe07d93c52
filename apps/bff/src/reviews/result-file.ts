import { Readable } from 'node:stream';
import type { FastifyReply } from 'fastify';
import type { Database } from '../database/database.ts';
import { sendCsv } from '../record/csv.ts';
import { allLines, type LineWithRemoval } from './lines.ts';
import type { ReviewRow } from './tables.ts';

/** Column → what stands in it. */
const COLUMNS: Record<string, (line: LineWithRemoval) => string | number | null> = {
  line: ({ number }) => number,
  organization_id: ({ organization_id }) => organization_id,
  organization: ({ organization_name }) => organization_name,
  person_id: ({ user_id }) => user_id,
  person: ({ user_name }) => user_name,
  email: ({ email }) => email,
  username: ({ username }) => username,
  role_id: ({ role_id }) => role_id,
  role: ({ role_name }) => role_name,
  last_sign_in: ({ last_sign_in_at }) => last_sign_in_at?.toISOString() ?? null,
  suspended: ({ is_suspended }) => String(is_suspended),
  decision: ({ decision }) => decision,
  note: ({ note }) => note,
  decided_by_id: ({ decided_by }) => decided_by?.id ?? null,
  decided_by: ({ decided_by }) => decided_by?.name ?? null,
  decided_at: ({ decided_at }) => decided_at?.toISOString() ?? null,
  removal: ({ removal_state }) => removal_state ?? null,
  removal_problem: ({ removal_problem }) => removal_problem ?? null,
  removal_at: ({ removal_at }) => removal_at?.toISOString() ?? null,
};

/** Streams all lines of a review as a file to save. */
export function sendReview(reply: FastifyReply, database: Database, review: ReviewRow): void {
  const name = `access-review-${review.created_at.toISOString().slice(0, 10)}-${review.id.slice(0, 8)}.csv`;
  sendCsv(reply, name, Readable.from(allLines(database, review.id)), COLUMNS);
}
