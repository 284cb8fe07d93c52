import { isEmailAddress, normalizeEmailAddress } from '@org-portal/contract';
import { parseAddressList } from './address-list.ts';

/** An entry of the invite form. A valid one is written as it is sent, any other as it was typed. */
export interface Invitee {
  address: string;
  isValid: boolean;
}

export interface Addition {
  invitees: Invitee[];
  /** Addresses that were there already, or twice in the text; each once. */
  repeated: string[];
}

export function toInvitee(text: string): Invitee {
  const address = normalizeEmailAddress(text);
  return isEmailAddress(address) ? { address, isValid: true } : { address: text.trim(), isValid: false };
}

/**
 * Adds the addresses of a typed or pasted text to a list, each once whatever its case.
 * @param at where in the list; the end by default
 */
export function addInvitees(invitees: readonly Invitee[], text: string, at = invitees.length): Addition {
  const known = new Set(invitees.map(keyOf));
  const repeated = new Set<string>();
  const added: Invitee[] = [];
  for (const invitee of parseAddressList(text).map(toInvitee)) {
    const key = keyOf(invitee);
    if (known.has(key)) repeated.add(invitee.address);
    else added.push(invitee);
    known.add(key);
  }
  return { invitees: invitees.toSpliced(at, 0, ...added), repeated: [...repeated] };
}

const keyOf = ({ address }: Invitee) => normalizeEmailAddress(address);

/**
 * @returns whether what has been typed so far ends an address, so that it can be taken before Enter is pressed: a
 * separator after a valid address, or the bracket that closes one. A space within a name is none.
 */
export function endsAddress(typed: string): boolean {
  if (!/[\s,;，；、>]$/u.test(typed) || /^\s*"[^"]*$/.test(typed)) return false;
  const last = parseAddressList(typed).at(-1);
  return last !== undefined && toInvitee(last).isValid;
}

/** @returns whether a text can still become one address: a single word that is none yet */
export function isUnfinished(text: string): boolean {
  const word = text.trim();
  return !/[\s,;<，；、]/u.test(word) && !toInvitee(word).isValid;
}
