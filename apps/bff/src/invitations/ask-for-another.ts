import type { LogtoInvitation } from '@org-portal/management-api';
import type { Portal } from '../portal.ts';
import { Problem } from '../problem/problem.ts';
import type { Change } from '../record/change.ts';
import { answersTo } from './answers.ts';
import { describeChange } from './describe-change.ts';

/**
 * Notes for whoever invites that the invited person came too late and still wants to join; once, however often asked.
 * @throws Problem `invitation.not_expired`
 */
export async function askForAnother(
  portal: Portal,
  change: Change,
  invitation: LogtoInvitation,
): Promise<void> {
  await describeChange(portal, change, invitation);
  if (invitation.status !== 'Expired') {
    throw new Problem(
      'invitation.not_expired',
      'This invitation has not expired, so there is nothing to ask for.',
    );
  }
  const answerTo = await answersTo(portal.database, [invitation.id]);
  if (answerTo(invitation.id).askedAt) return;
  await portal.record.change(change, {}, async () => undefined);
}
