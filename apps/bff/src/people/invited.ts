import type { FoundPerson } from '@org-portal/contract';
import type { InvitedAddress } from '../invitation-index/search-addresses.ts';

/** Addresses of which is found out whether somebody has them; more make the total a lower bound. */
export const MOST_ADDRESSES = 200;

export const toFound = (
  { email, invited }: InvitedAddress,
  state: 'no_account' | 'not_member',
): FoundPerson => ({ id: email, state, email, account: null, invited });
