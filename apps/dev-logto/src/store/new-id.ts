import { randomInt } from 'node:crypto';

/** Without vowels: members are searched by their ids too, and chance shall not spell a name in one. */
const alphabet = 'bcdfghjklmnpqrstvwxyz0123456789';

/** An id of the shape of Logto's: 12 (users) or 21 (everything else) characters of a-z and 0-9. */
export function newId(length: 12 | 21 = 21): string {
  return Array.from({ length }, () => alphabet[randomInt(alphabet.length)]).join('');
}
