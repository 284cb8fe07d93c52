import { isEmailAddress, normalizeEmailAddress } from '@org-portal/contract';
import { parseAddressList } from './address-list.ts';

/**
 * @returns whether what has been typed so far ends an address, so that it can be taken before Enter is pressed: a
 * separator after a valid address, or the bracket that closes one. A space within a name is none.
 */
export function endsAddress(typed: string): boolean {
  if (!/[\s,;，；、>]$/u.test(typed) || /^\s*"[^"]*$/.test(typed)) return false;
  const last = parseAddressList(typed).at(-1);
  return last !== undefined && isAddress(last);
}

/** @returns whether a text can still become one address: a single word that is none yet */
export function isUnfinished(text: string): boolean {
  const word = text.trim();
  return !/[\s,;<，；、]/u.test(word) && !isAddress(word);
}

const isAddress = (text: string) => isEmailAddress(normalizeEmailAddress(text));
