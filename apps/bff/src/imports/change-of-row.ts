import { printable } from '../invitations/printable.ts';
import type { Change } from '../record/change.ts';
import type { ImportJob, ImportJobRow } from './tables.ts';

/** @returns what the record says of the row's attempt: it is made by whoever handed the import in */
export function changeOfRow(job: ImportJob, row: ImportJobRow): Change {
  return {
    action: 'invitation.create',
    actor: {
      id: job.actor_id,
      name: job.actor_name,
      email: job.actor_email,
      staffRole: job.actor_staff_role,
    },
    session: job.session,
    organization: { id: job.organization_id, name: job.organization_name },
    target: { type: 'invitation', id: null, name: printable(row.invitee) },
    reason: job.reason,
    requestId: row.attempts.at(-1) ?? job.request_id,
    isRecorded: false,
  };
}
