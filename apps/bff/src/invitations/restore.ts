import type { LogtoInvitation, ManagementApiCalls } from '@org-portal/management-api';
import { isPassing } from '../problem/passing.ts';
import { toProblem } from '../problem/to-problem.ts';
import type { ActivityRecord } from '../record/activity-record.ts';
import type { Change } from '../record/change.ts';
import { toDateTime } from '../view/date-time.ts';
import { createInvitation, type CreationParts } from './create.ts';
import { languageOf } from './details.ts';

export interface RestoringParts extends CreationParts {
  record: ActivityRecord;
  api: Pick<ManagementApiCalls, 'invitations'>;
}

/**
 * Makes an invitation again that was revoked for one that then could not be made: of the same roles and end, by the same
 * inviter, without a message. So the link that was sent is good again. On record by a row of its own.
 * @throws when it may work later, or nobody knows whether it is there again; what Logto refuses is only logged
 */
export async function restoreInvitation(
  parts: RestoringParts,
  change: Change,
  old: LogtoInvitation,
): Promise<void> {
  if (old.expiresAt <= Date.now()) return;
  const { organizationId, inviterId, invitee, id: replaces } = old;
  const roles = old.organizationRoles.map(({ id, name }) => ({ id, name }));
  const expiresAt = new Date(old.expiresAt);
  const language = await languageOf(parts.database, old.id);
  const wanted = { organizationId, inviterId, invitee, roles, expiresAt, language, replaces };
  try {
    await parts.record.change(
      { ...change, action: 'invitation.restore', isRecorded: false },
      {
        target: { type: 'invitation', id: null, name: invitee },
        before: { invitationId: old.id, status: 'Revoked' },
        after: { roles, status: 'Pending', expiresAt: toDateTime(old.expiresAt) },
      },
      () => createInvitation(parts, { ...wanted, by: 'link' }, parts.api),
      { idOf: ({ id }) => id },
    );
  } catch (error) {
    if (isPassing(toProblem(error).code)) throw error;
    parts.log.error({ err: error, invitationId: old.id }, 'an invitation could not be made again');
  }
}
