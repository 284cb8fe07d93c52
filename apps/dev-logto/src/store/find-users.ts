import type { User } from './entities.ts';
import { containing } from './like.ts';

export const searchedFields = ['id', 'primaryEmail', 'primaryPhone', 'username', 'name'] as const;

/** What searches see of a user: the same object for as long as the user is there, kept up to date. */
export interface Searched {
  user: User;
  /** See textOf. */
  text: string;
}

/** The searched fields, folded, one a line. */
export function textOf(user: User): string {
  return searchedFields
    .map((field) => user[field] ?? '')
    .join('\n')
    .toLowerCase();
}

/** The `q` of members: id, e-mail, phone, username or name contain it. Takes the text of a user. */
export function matchingText(q: string | undefined): (text: string) => boolean {
  if (!q) return () => true;
  const wanted = q.toLowerCase();
  const inner = wanted.replace(/^%+/, '').replace(/([^\\%])%+$/, '$1');
  if (!/[%_\\\n]/.test(inner)) return (text) => text.includes(inner);
  const fits = containing(wanted);
  return (text) => text.split('\n').some(fits);
}
