import { containsText, type ActivityEntry, type Member } from '@org-portal/contract';
import { personName, type Person } from '../../../format/person-name.ts';
import type { SearchOption } from '../../../filters/SearchFilter.tsx';

const ID = /^[A-Za-z0-9_-]{6,64}$/;

/**
 * @param q what was typed
 * @param entries those on the screen
 * @param members what was found among the members
 * @returns those who acted on the screen and match, then the members, each once; nobody found: what was typed, as an id
 */
export function personOptions(
  q: string,
  entries: readonly Pick<ActivityEntry, 'actor'>[],
  members: readonly Pick<Member, 'id' | 'name' | 'email' | 'username'>[],
): SearchOption[] {
  const actors = entries
    .map(({ actor }) => actor)
    .filter(({ id, name, email }) => containsText([id, name, email], q));
  const found = new Map([...actors, ...members].map((person) => [person.id, toOption(person)]));
  if (found.size === 0 && ID.test(q)) return [{ value: q, name: q }];
  return [...found.values()];
}

function toOption(person: Person & { id: string }): SearchOption {
  const name = personName(person) ?? person.id;
  const { email } = person;
  return { value: person.id, name, ...(email && email !== name && { detail: email }) };
}
