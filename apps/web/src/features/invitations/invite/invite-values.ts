import type { Expiry } from './expiry.ts';
import type { Invitee } from './invitees.ts';

/** What the invite form holds. */
export interface InviteValues {
  invitees: Invitee[];
  /** Ids. */
  roleIds: string[];
  expiry: ExpiryChoice;
  reason?: string;
}

/** As long as no day has been picked there is none. */
export type ExpiryChoice = Expiry | { lastDay: undefined };
