import type { Searched } from './find-users.ts';
import type { Users } from './users.ts';

const known = new WeakMap<readonly string[], readonly Searched[]>();

/**
 * The members of a list, ready to be searched. Made once for each list, which is another one after every change
 * of membership: looking up 100,000 people takes longer than searching them.
 */
export function searchedMembers(users: Users, memberIds: readonly string[]): readonly Searched[] {
  const made = known.get(memberIds) ?? memberIds.flatMap((id) => users.searched(id) ?? []);
  known.set(memberIds, made);
  return made;
}
