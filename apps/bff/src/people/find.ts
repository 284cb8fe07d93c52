import type { FoundPerson, Page, PageRequest, PeopleSearch } from '@org-portal/contract';
import type { Person } from '../access/person.ts';
import { staffScope } from '../access/staff-scope.ts';
import type { Portal } from '../portal.ts';
import { findEverywhere } from './everywhere.ts';
import { findWithin } from './within.ts';

/**
 * @returns the people whom the search finds, of those whom this member of staff may know of
 * @throws Problem `request.invalid` for what cannot be looked for
 */
export function findPeople(
  portal: Portal,
  staff: Person,
  search: PeopleSearch,
  page: PageRequest,
): Promise<Page<FoundPerson>> {
  const scope = staffScope(staff, portal.settings.staff);
  return scope === undefined ? findEverywhere(portal, search, page) : findWithin(portal, scope, search, page);
}
