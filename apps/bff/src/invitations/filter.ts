import { EXPIRING_HOURS, containsText, type InvitationState } from '@org-portal/contract';
import type { LogtoInvitation } from '@org-portal/management-api';

export interface InvitationFilter {
  /** Part of the address. */
  q?: string | undefined;
  /** Ids. */
  role?: string | undefined;
  inviter?: string | undefined;
  /** False or absent: all. */
  expiring?: boolean | undefined;
  asked?: boolean | undefined;
}

/** An invitation, and what people call the state that it is in. */
export interface Listed {
  invitation: LogtoInvitation;
  state: InvitationState;
  /** Whether the invited person asked for a new one when it had expired, and got none since. */
  isAsked: boolean;
}

const HOUR = 3_600_000;

/** @returns whether it is pending and ends soon */
export const isExpiring = ({ status, expiresAt }: LogtoInvitation): boolean =>
  status === 'Pending' && expiresAt - Date.now() <= EXPIRING_HOURS * HOUR;

/** @returns those that match, newest first, ties in a stable order */
export function matching(
  all: Listed[],
  { q = '', role, inviter, expiring, asked }: InvitationFilter,
): Listed[] {
  return all
    .filter(({ invitation }) => containsText([invitation.invitee], q))
    .filter(({ invitation }) => inviter === undefined || invitation.inviterId === inviter)
    .filter(
      ({ invitation }) => role === undefined || invitation.organizationRoles.some(({ id }) => id === role),
    )
    .filter(({ invitation }) => !expiring || isExpiring(invitation))
    .filter(({ isAsked }) => !asked || isAsked)
    .sort(newestFirst);
}

const newestFirst = ({ invitation: a }: Listed, { invitation: b }: Listed): number =>
  b.createdAt - a.createdAt || a.id.localeCompare(b.id);
