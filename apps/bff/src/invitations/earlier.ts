import { normalizeEmailAddress } from '@org-portal/contract';
import type { LogtoInvitation } from '@org-portal/management-api';

/** The invitations that an organization has, to be looked up before one is added. Addresses are compared without case. */
export class EarlierInvitations {
  readonly #byAddress = new Map<string, LogtoInvitation[]>();

  constructor(invitations: Iterable<LogtoInvitation>) {
    for (const invitation of invitations) {
      const address = normalizeEmailAddress(invitation.invitee);
      const others = this.#byAddress.get(address);
      if (others) others.push(invitation);
      else this.#byAddress.set(address, [invitation]);
    }
  }

  /** Logto's own check for a pending duplicate minds the case (recording 05); this one does not. */
  pendingTo(invitee: string): LogtoInvitation | undefined {
    return this.#byAddress.get(invitee)?.find(({ status }) => status === 'Pending');
  }

  /** @returns that moment, or the next in which no other invitation to the address ends: its link is told by it */
  freeExpiry(invitee: string, expiresAt: Date): Date {
    const taken = new Set(this.#byAddress.get(invitee)?.map((one) => one.expiresAt));
    let time = expiresAt.getTime();
    while (taken.has(time)) time += 1;
    return new Date(time);
  }
}
