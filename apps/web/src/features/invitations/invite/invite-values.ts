import type { Language } from '@org-portal/contract';
import type { Expiry } from './expiry.ts';

/** What the invite form holds for all who are invited. */
export interface InviteValues {
  /** Ids. */
  roleIds: string[];
  expiry: ExpiryChoice;
  /** Not asked for where nobody is written to. */
  language?: Language;
  reason?: string;
}

/** As long as no day has been picked there is none. */
export type ExpiryChoice = Expiry | { lastDay: undefined };
