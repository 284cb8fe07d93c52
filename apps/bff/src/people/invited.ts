import { normalizeEmailAddress, type FoundPerson } from '@org-portal/contract';
import type { LogtoInvitation } from '@org-portal/management-api';

/** An address, and all invitations to it. */
export interface Invited {
  email: string;
  invitations: LogtoInvitation[];
}

/** @returns the addresses, each once whatever its case; the last one invited first */
export function byAddress(invitations: readonly LogtoInvitation[]): Invited[] {
  const addresses = new Map<string, Invited & { last: number }>();
  for (const invitation of invitations) {
    const email = normalizeEmailAddress(invitation.invitee);
    const known = addresses.get(email) ?? { email, invitations: [], last: 0 };
    known.invitations.push(invitation);
    known.last = Math.max(known.last, invitation.createdAt);
    addresses.set(email, known);
  }
  return [...addresses.values()].sort((a, b) => b.last - a.last || a.email.localeCompare(b.email));
}

export function toFound({ email, invitations }: Invited, state: 'no_account' | 'not_member'): FoundPerson {
  const invited = { Pending: 0, Accepted: 0, Expired: 0, Revoked: 0 };
  for (const { status } of invitations) invited[status] += 1;
  return { id: email, state, email, account: null, invited };
}
