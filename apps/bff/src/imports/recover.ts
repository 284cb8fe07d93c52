import type { ActivityOutcome, ProblemCode } from '@org-portal/contract';
import { rememberDetails } from '../invitations/details.ts';
import { sql } from 'kysely';
import type { Portal } from '../portal.ts';
import { isPassing } from '../problem/passing.ts';
import { UPSTREAM_DETAILS } from '../problem/to-problem.ts';
import { markFailed, putBack, markSent } from './outcome.ts';
import type { ImportJobRow } from './tables.ts';
import { isOfOneRow, MOST_TRIES, restAfter } from './trouble.ts';

interface Left extends ImportJobRow {
  outcome: ActivityOutcome | null;
  activity_problem: ProblemCode | null;
  target_id: string | null;
  settled_at: Date | null;
}

/**
 * Decides by the record what became of rows that somebody took and that nobody works on any more: their process is
 * gone, or it was left without an answer. What the record does not know of was never sent.
 * @param isUnderWay whether this process works on the row
 */
export async function recoverRows(portal: Portal, isUnderWay: (row: ImportJobRow) => boolean): Promise<void> {
  const { database, lease } = portal;
  const instances = await database
    .selectFrom('import_row')
    .select('instance')
    .distinct()
    .where('state', '=', 'sending')
    .execute();
  for (const { instance } of instances) {
    if (instance === null) continue;
    if (instance !== lease.id && !(await lease.isGone(instance))) continue;
    for (const row of await leftBy(portal, instance))
      if (!isUnderWay(row)) await decide(portal, row, instance !== lease.id);
  }
}

function leftBy({ database }: Portal, instance: number): Promise<Left[]> {
  return database
    .selectFrom('import_row')
    .leftJoin('activity', (join) =>
      join.on('activity.request_id', '=', sql<string>`attempts[cardinality(attempts)]`),
    )
    .selectAll('import_row')
    .select(['activity.outcome', 'activity.problem as activity_problem', 'activity.target_id', 'settled_at'])
    .where('import_row.state', '=', 'sending')
    .where('import_row.instance', '=', instance)
    .execute();
}

/** @param isCrash whether its process ended, for which the row can do nothing */
async function decide(portal: Portal, row: Left, isCrash: boolean): Promise<void> {
  const { database } = portal;
  const { outcome, activity_problem: code, target_id: invitationId, tries } = row;
  if (outcome === 'attempted' || (outcome === 'unknown' && row.settled_at === null)) return;
  if (outcome === 'succeeded' && invitationId !== null) return found(portal, row, invitationId);
  const mayWorkLater =
    code === null || isPassing(code) || isOfOneRow(code) || code === 'invitation.already_pending';
  if (isCrash && mayWorkLater) return putBack(database, row);
  if (mayWorkLater && tries + 1 < MOST_TRIES) return putBack(database, row, restAfter(tries), tries + 1);
  const problem = { code: code ?? 'internal.error', message: detailOf(code) };
  if (await markFailed(database, row, problem)) portal.metrics?.jobRows('import', 'failed');
}

async function found(portal: Portal, row: Left, invitationId: string): Promise<void> {
  const { database } = portal;
  const job = await database
    .selectFrom('import')
    .select(['organization_id', 'language'])
    .where('id', '=', row.import_id)
    .executeTakeFirstOrThrow();
  const details = { organizationId: job.organization_id, language: job.language };
  await rememberDetails(portal, invitationId, details);
  if (await markSent(database, row, invitationId)) portal.metrics?.jobRows('import', 'sent');
}

function detailOf(code: ProblemCode | null): string {
  const details: Partial<Record<ProblemCode, string>> = UPSTREAM_DETAILS;
  return (code && details[code]) ?? 'It could not be sent.';
}
