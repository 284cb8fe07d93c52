import type { CrudFilter, CrudSort, Pagination } from '@refinedev/core';
import { RequestError } from './errors.ts';
import { filterQuery } from './filter-query.ts';
import type { ResourceRules, Settings } from './options.ts';

export interface ListRequest {
  page: number;
  pageSize: number;
  query: URLSearchParams;
}

/**
 * Writes the query of a list. Modes `off` and `client` start at page 1 with the largest page.
 * @throws RequestError for a page, page size, filter or sorter that the API does not take
 */
export function listQuery(
  { currentPage = 1, pageSize = 10, mode = 'server' }: Pagination,
  filters: readonly CrudFilter[],
  sorters: readonly CrudSort[],
  rules: ResourceRules,
  settings: Settings,
): ListRequest {
  const request =
    mode === 'server' ? { page: currentPage, pageSize } : { page: 1, pageSize: settings.maxPageSize };
  assertWithin(request.page, Number.MAX_SAFE_INTEGER, settings.pageParameter);
  assertWithin(request.pageSize, settings.maxPageSize, settings.pageSizeParameter);

  const query = new URLSearchParams([
    [settings.pageParameter, String(request.page)],
    [settings.pageSizeParameter, String(request.pageSize)],
  ]);
  const reserved = [settings.pageParameter, settings.pageSizeParameter];
  for (const [name, value] of [
    ...filterQuery(filters, rules.filters, reserved),
    ...sortQuery(sorters, rules),
  ]) {
    query.append(name, value);
  }
  return { ...request, query };
}

export function sortQuery(sorters: readonly CrudSort[], { sort }: ResourceRules): [string, string][] {
  if (sorters.length === 0) return [];
  if (!sort) {
    const fields = sorters.map(({ field }) => `"${field}"`).join(', ');
    throw new RequestError(`This list cannot be sorted by ${fields}: the resource has no rule "sort".`);
  }
  return Object.entries(sort(sorters));
}

function assertWithin(value: number, max: number, name: string): void {
  if (Number.isSafeInteger(value) && value >= 1 && value <= max) return;
  throw new RequestError(`${name} must be a whole number from 1 to ${max}, not ${value}.`);
}
