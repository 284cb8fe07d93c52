import type { InvitationStatus } from '@org-portal/contract';
import type { LogtoInvitation } from '@org-portal/management-api';
import type { Attempt } from '../record/activity-record.ts';
import { toDateTime } from '../view/date-time.ts';

/** @returns what the record says of a change of the invitation. @param status that it will have; absent: none new */
export function attemptOn(invitation: LogtoInvitation, status?: InvitationStatus): Attempt {
  const roles = invitation.organizationRoles.map(({ id, name }) => ({ id, name }));
  return {
    before: { roles, status: invitation.status, expiresAt: toDateTime(invitation.expiresAt) },
    after: status && { status },
  };
}
