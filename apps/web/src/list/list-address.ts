import { DEFAULT_PAGE_SIZE, PAGE_SIZES } from '@org-portal/contract';
import type { CrudFilter } from '@refinedev/core';

/** A list's state as Refine's `useTable` holds it. */
export interface ListState {
  currentPage: number;
  pageSize: number;
  filters?: CrudFilter[];
}

/** What lists filter by, and how: the query parameters of the portal's API, so that both addresses look alike. */
const FILTERS = {
  q: 'contains',
  role: 'eq',
  inviter: 'eq',
  olderThan: 'eq',
  expiring: 'eq',
  asked: 'eq',
  kind: 'eq',
  flag: 'eq',
  field: 'eq',
  match: 'eq',
  sensitive: 'eq',
  status: 'eq',
  state: 'eq',
  target: 'eq',
  actor: 'eq',
  action: 'eq',
  outcome: 'eq',
  organization: 'eq',
  decision: 'eq',
  removal: 'eq',
  from: 'eq',
  to: 'eq',
} as const;
export type FilterName = keyof typeof FILTERS;
const FILTER_NAMES = Object.keys(FILTERS) as FilterName[];
/** Those that change with each letter. */
const TYPED: FilterName[] = ['q', 'target'];

export function listFilter(field: FilterName, value: string | undefined): CrudFilter {
  return { field, operator: FILTERS[field], value };
}

/** @param search of the address; whatever makes no sense in it counts as absent */
export function readListAddress(search: string): Required<ListState> {
  const query = new URLSearchParams(search);
  const size = Number(query.get('page_size'));
  return {
    currentPage: pageNumber(query.get('page')),
    pageSize: PAGE_SIZES.find((known) => known === size) ?? DEFAULT_PAGE_SIZE,
    filters: FILTER_NAMES.flatMap((name) => {
      const value = query.get(name);
      return value ? [listFilter(name, value)] : [];
    }),
  };
}

/**
 * Writes the state into an address; what is as by default is left out, what belongs to no list is kept.
 * @returns the search, and whether the change is a step to go back from: another page, size or filter, but not
 * another letter of a search
 */
export function writeListAddress(search: string, state: ListState): { search: string; isStep: boolean } {
  const query = new URLSearchParams(search);
  const before = new URLSearchParams(search);
  set(query, 'page', state.currentPage === 1 ? '' : String(state.currentPage));
  set(query, 'page_size', state.pageSize === DEFAULT_PAGE_SIZE ? '' : String(state.pageSize));
  for (const name of FILTER_NAMES) {
    const filter = state.filters?.find((one) => 'field' in one && one.field === name);
    set(query, name, String(filter?.value ?? ''));
  }
  const isTyping = TYPED.some((name) => query.get(name) !== before.get(name));
  const text = query.toString();
  return { search: text && `?${text}`, isStep: !isTyping };
}

function set(query: URLSearchParams, name: string, value: string): void {
  if (value) query.set(name, value);
  else query.delete(name);
}

function pageNumber(text: string | null): number {
  return text !== null && /^[1-9]\d{0,5}$/.test(text) ? Number(text) : 1;
}
