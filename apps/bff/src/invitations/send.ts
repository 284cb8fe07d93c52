import type { ActivityState } from '@org-portal/contract';
import type { LogtoInvitation, ManagementApiCalls } from '@org-portal/management-api';
import type { Portal } from '../portal.ts';
import type { Change, Target } from '../record/change.ts';
import { createInvitation, type NewInvitation } from './create.ts';

export type Sending = NewInvitation & { inviterId: string };

/**
 * Creates one invitation in Logto and has its message sent, on record.
 * @param api whose turn it is: people's, or a job's
 * @throws Problem `audit.unavailable`, then nothing is sent; ManagementApiError as of `invitations.create`
 */
export async function sendInvitation(
  portal: Portal,
  change: Change,
  sending: Sending,
  api: ManagementApiCalls = portal.api,
): Promise<LogtoInvitation> {
  const { invitee, roles, expiresAt } = sending;
  const target: Target = { type: 'invitation', id: null, name: invitee };
  const after: ActivityState = { roles, status: 'Pending', expiresAt: expiresAt.toISOString() };
  return portal.record.change(change, { target, after }, () => createInvitation(portal, sending, api), {
    idOf: ({ id }) => id,
  });
}
