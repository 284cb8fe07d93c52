import type { User } from './entities.ts';
import { containing } from './like.ts';

export const searchedFields = ['id', 'primaryEmail', 'primaryPhone', 'username', 'name'] as const;

const folded = new WeakMap<User, string>();

/** The searched fields of a user, folded, one a line; made once for each state of a row. */
function text(user: User): string {
  const known = folded.get(user);
  if (known !== undefined) return known;
  const made = searchedFields
    .map((field) => user[field] ?? '')
    .join('\n')
    .toLowerCase();
  folded.set(user, made);
  return made;
}

/** The `q` of members: id, e-mail, phone, username or name contain it. */
export function matchingUser(q: string | undefined): (user: User) => boolean {
  if (!q) return () => true;
  const wanted = q.replace(/^%|%$/g, '').toLowerCase();
  if (!/[%_\n]/.test(wanted)) return (user) => text(user).includes(wanted);
  const fits = containing(q);
  return (user) => searchedFields.some((field) => fits(user[field] ?? ''));
}
