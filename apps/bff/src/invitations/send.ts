import type { ActivityState, Language } from '@org-portal/contract';
import type { LogtoInvitation, ManagementApiCalls } from '@org-portal/management-api';
import type { Portal } from '../portal.ts';
import type { Change, Target } from '../record/change.ts';
import { rememberDetails } from './details.ts';
import { invitationMessage } from './message.ts';

export interface Sending {
  organizationId: string;
  inviterId: string;
  /** Lower case. */
  invitee: string;
  roles: { id: string; name: string }[];
  expiresAt: Date;
  language: Language;
  /** `link`: nothing is sent, the link is copied and handed over. */
  by: 'mail' | 'link';
  /** Id of the invitation that it is made in place of. */
  replaces?: string;
}

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
  const { organizationId, inviterId, invitee, roles, expiresAt, by } = sending;
  const target: Target = { type: 'invitation', id: null, name: invitee };
  const after: ActivityState = { roles, status: 'Pending', expiresAt: expiresAt.toISOString() };
  const message = by === 'mail' && (await invitationMessage(portal, sending));
  const roleIds = roles.map(({ id }) => id);
  const invitation = await portal.record.change(
    change,
    { target, after },
    () => api.invitations.create({ organizationId, inviterId, invitee, roleIds, expiresAt, message }),
    { idOf: ({ id }) => id },
  );
  await rememberDetails(portal, invitation.id, sending);
  return invitation;
}
