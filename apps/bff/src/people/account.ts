import { MAX_PAGE_SIZE, literalPattern, normalizeEmailAddress } from '@org-portal/contract';
import type { LogtoMembership, LogtoUser } from '@org-portal/management-api';
import { orNothing } from '../access/or-nothing.ts';
import type { Person } from '../access/person.ts';
import { staffScope } from '../access/staff-scope.ts';
import type { Portal } from '../portal.ts';
import { notFound } from '../problem/problem.ts';

/** An account, and its memberships as far as whoever asks may see them. */
export interface KnownAccount {
  user: LogtoUser;
  memberships: LogtoMembership[];
}

/** @throws Problem `resource.not_found`, for somebody of other organizations too */
export async function accountFor(portal: Portal, staff: Person, personId: string): Promise<KnownAccount> {
  const scope = staffScope(staff, portal.settings.staff);
  const { users } = portal.api;
  const found = await orNothing(Promise.all([users.get(personId), users.memberships(personId)]));
  if (!found) throw notFound();
  const [user, all] = found;
  const memberships = all.filter(({ id }) => scope === undefined || scope.includes(id));
  if (scope !== undefined && memberships.length === 0) throw notFound();
  return { user, memberships };
}

/** @returns the id of the account with the address, of those whom this member of staff may know of */
export async function accountAt(portal: Portal, staff: Person, email: string): Promise<string | undefined> {
  const scope = staffScope(staff, portal.settings.staff);
  const address = normalizeEmailAddress(email);
  const has = ({ primaryEmail }: LogtoUser) => normalizeEmailAddress(primaryEmail ?? '') === address;
  if (scope === undefined) return (await portal.api.users.withEmails([address])).find(has)?.id;
  const page = { page: 1, pageSize: MAX_PAGE_SIZE };
  const filter = { pattern: literalPattern(address) };
  const lists = await Promise.all(scope.map((id) => portal.api.members.list(id, page, filter)));
  return lists.flatMap(({ items }) => items).find(has)?.id;
}
