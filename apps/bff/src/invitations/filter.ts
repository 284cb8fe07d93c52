import type { InvitationStatus } from '@org-portal/contract';
import type { LogtoInvitation } from '@org-portal/management-api';

interface Filter {
  status?: InvitationStatus | undefined;
  /** Part of the address. */
  q?: string | undefined;
}

/** @returns the invitations that match, newest first, ties in a stable order */
export function matching(invitations: LogtoInvitation[], { status, q = '' }: Filter): LogtoInvitation[] {
  const wanted = q.trim().toLowerCase();
  return invitations
    .filter((one) => status === undefined || one.status === status)
    .filter((one) => one.invitee.toLowerCase().includes(wanted))
    .sort((a, b) => b.createdAt - a.createdAt || a.id.localeCompare(b.id));
}
