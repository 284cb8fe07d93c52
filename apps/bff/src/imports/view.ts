import type { Import, ImportRow, ImportRowState } from '@org-portal/contract';
import type { ImportJob, ImportJobRow } from './tables.ts';

/** How far an import has come. */
export interface Progress {
  counts: Map<ImportRowState, number>;
  /** Id → name, of the rows that are not sent yet. */
  roles: Map<string, string>;
  /** Failed rows that the person who asks may have sent again. */
  retryable: number;
  /** Rows a second; 0 where nobody can tell. */
  pace: number;
}

/** Of one without rows. */
export const NONE: Progress = { counts: new Map(), roles: new Map(), retryable: 0, pace: 0 };

/** An import as people may read it: without the session, and without what the work needs. */
export function toImport(job: ImportJob, progress: Progress = NONE): Import {
  const count = (state: ImportRowState) => progress.counts.get(state) ?? 0;
  const left = count('waiting') + count('sending');
  return {
    id: job.id,
    name: job.name,
    createdBy: { id: job.actor_id, name: job.actor_name },
    createdAt: job.created_at.toISOString(),
    finishedAt: job.finished_at?.toISOString() ?? null,
    status: job.status,
    by: job.by,
    language: job.language,
    counts: {
      waiting: count('waiting'),
      sending: count('sending'),
      sent: count('sent'),
      failed: count('failed'),
      cancelled: count('cancelled'),
    },
    rolesToSend: [...progress.roles].map(([id, name]) => ({ id, name })),
    retryable: progress.retryable,
    secondsLeft: progress.pace > 0 ? Math.ceil(left / progress.pace) : null,
  };
}

/** A row as people may read it: without its link, which only calls that are on record give. */
export function toImportRow(row: ImportJobRow): ImportRow {
  const { number, invitee, name, roles, expires_at, state, problem, detail, invitation_id } = row;
  return {
    number,
    invitee,
    name,
    roles,
    expiresAt: expires_at.toISOString(),
    state,
    problem: problem && { code: problem, detail: detail ?? '' },
    invitationId: invitation_id,
  };
}
