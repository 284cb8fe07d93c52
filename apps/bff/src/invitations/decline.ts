import type { LogtoInvitation } from '@org-portal/management-api';
import type { Portal } from '../portal.ts';
import { Problem } from '../problem/problem.ts';
import type { Change } from '../record/change.ts';
import { attemptOn } from './attempt.ts';
import { describeChange } from './describe-change.ts';

/**
 * Takes an invitation back on behalf of whom it is for. Logto calls it revoked; the record tells who did it.
 * @throws Problem `invitation.not_pending`
 */
export async function declineInvitation(
  portal: Portal,
  change: Change,
  invitation: LogtoInvitation,
): Promise<void> {
  await describeChange(portal, change, invitation);
  if (invitation.status !== 'Pending') {
    throw new Problem(
      'invitation.not_pending',
      `This invitation is ${invitation.status.toLowerCase()} already.`,
    );
  }
  await portal.record.change(change, attemptOn(invitation, 'Revoked'), () =>
    portal.api.invitations.revoke(invitation.id),
  );
}
