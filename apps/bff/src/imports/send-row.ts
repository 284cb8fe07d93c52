import type { ManagementApiCalls } from '@org-portal/management-api';
import { isManagementApiError } from '@org-portal/management-api';
import { rememberDetails } from '../invitations/details.ts';
import type { EarlierInvitations } from '../invitations/earlier.ts';
import { sendInvitation } from '../invitations/send.ts';
import type { Portal } from '../portal.ts';
import { isPassing } from '../problem/passing.ts';
import { Problem } from '../problem/problem.ts';
import { toProblem } from '../problem/to-problem.ts';
import { changeOfRow } from './change-of-row.ts';
import { askedRest, isOfOneRow, MOST_TRIES, restAfter } from './trouble.ts';
import { markFailed, putBack, markSent } from './outcome.ts';
import { isOurs } from './ours.ts';
import { problemOfRow, requireRowAllowed, type Standing } from './still-allowed.ts';
import type { ImportJob, ImportJobRow } from './tables.ts';

export interface Surroundings extends Standing {
  earlier: EarlierInvitations;
  /** Calls of bulk work. */
  api: ManagementApiCalls;
}

/**
 * Sends one row and writes down what became of it.
 * @returns what it failed for, if that is for good
 * @throws what may pass: the row is left as it is, and may have been sent
 */
export async function sendRow(
  portal: Portal,
  job: ImportJob,
  row: ImportJobRow,
  around: Surroundings,
): Promise<Problem | undefined> {
  const { database, record } = portal;
  const { invitee } = row;
  const change = changeOfRow(job, row);
  const sent = async (invitationId: string) => {
    if (await markSent(database, row, invitationId)) portal.metrics?.jobRows('import', 'sent');
  };
  const failed = async (problem: Problem) => {
    if (await markFailed(database, row, problem)) portal.metrics?.jobRows('import', 'failed');
    return problem;
  };
  const already = async (pending: Parameters<typeof isOurs>[3]) => {
    if (!(await isOurs(database, job, row, pending))) return false;
    await rememberDetails(portal, pending.id, {
      organizationId: job.organization_id,
      language: job.language,
    });
    await sent(pending.id);
    return true;
  };

  const problem = problemOfRow(row, around);
  const pending = around.earlier.pendingTo(invitee);
  if (!problem && pending && (await already(pending))) return undefined;
  const refusal = problem ?? (pending && new Problem('invitation.already_pending', PENDING));
  if (refusal) {
    await record.refuse(change, refusal.code);
    return failed(refusal);
  }
  const expiresAt = await keptExpiry(portal, row, around.earlier);
  try {
    const { id } = await sendInvitation(
      portal,
      change,
      {
        organizationId: job.organization_id,
        inviterId: job.actor_id,
        invitee,
        roles: row.roles,
        expiresAt,
        language: job.language,
        by: job.by,
      },
      // It may wait for minutes until it is its turn.
      around.api.with({
        requestId: change.requestId,
        confirm: () => requireRowAllowed(portal, job, row),
      }),
    );
    await sent(id);
    return undefined;
  } catch (error) {
    const { code } = toProblem(error);
    if (isPassing(code)) throw error;
    if (isManagementApiError(error, 'invitation.already_pending')) {
      const there = (await around.api.invitations.ofInvitee(invitee)).filter(
        ({ status }) => status === 'Pending',
      );
      for (const one of there) if (await already(one)) return undefined;
    }
    const problem = toProblem(error);
    if (!isOfOneRow(problem.code) || row.tries + 1 >= MOST_TRIES) return failed(problem);
    await putBack(database, row, askedRest(error) || restAfter(row.tries), row.tries + 1);
    return undefined;
  }
}

const PENDING = 'An invitation to this address is pending.';

/** @returns until when the invitation will be valid; if that is not what was asked for, it is written down first */
async function keptExpiry(
  { database }: Portal,
  row: ImportJobRow,
  earlier: EarlierInvitations,
): Promise<Date> {
  const expiresAt = earlier.freeExpiry(row.invitee, row.expires_at);
  if (expiresAt.getTime() === row.expires_at.getTime()) return expiresAt;
  await database
    .updateTable('import_row')
    .set({ expires_at: expiresAt })
    .where('import_id', '=', row.import_id)
    .where('number', '=', row.number)
    .execute();
  return expiresAt;
}
