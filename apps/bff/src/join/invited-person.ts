import type { Person } from '../access/person.ts';
import { isFor } from '../invitations/is-for.ts';
import { Problem, notFound } from '../problem/problem.ts';
import type { Opened } from './invitation-of-token.ts';

/**
 * @returns who answers an invitation: its own person, signed in or by the link that only their mailbox has
 * @throws Problem `resource.not_found` to somebody else; `session.required` where the link is one that was handed over
 */
export function invitedPerson({ token, invitation }: Opened, person: Person | undefined): Person {
  if (person) {
    if (!isFor(person, invitation)) throw notFound();
    return person;
  }
  if (token.via !== 'mail') throw new Problem('session.required', 'Sign in to answer this invitation.');
  return {
    id: 'invited',
    name: null,
    email: invitation.invitee,
    avatar: null,
    staffRoles: [],
    staffRights: [],
    memberships: new Map(),
    roleIds: [],
  };
}
