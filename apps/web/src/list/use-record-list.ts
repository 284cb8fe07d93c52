import type { PagedList } from '@org-portal/refine-data-provider';
import { useTable, type BaseRecord, type HttpError } from '@refinedev/core';
import { useEffectEvent, useLayoutEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import { listFilter, writeListAddress, type FilterName } from './list-address.ts';
import { OWN_STEP } from './list-mount.ts';

export const LIVE_EVERY_MS = 2_000;

interface ListWays<Item> {
  /** Whether these rows change by themselves, so that they are read again and again while somebody looks. */
  isLive?: (items: readonly Item[]) => boolean;
  /** Nothing is listed, or asked for, until something is searched for. */
  needsSearch?: boolean;
}

/**
 * A page of a list, with its state in the address.
 * @param resource one of Refine's resources: `members`, `invitations`, `roles`, `activity`, `all-activity`
 * @param organizationId the current organization; none for lists across organizations
 * @param params values for other places in the resource's path
 * @param ways in which it is not like other lists
 */
export function useRecordList<Item extends BaseRecord>(
  resource: string,
  organizationId: string | undefined,
  params: Record<string, string> = {},
  { isLive = () => false, needsSearch = false }: ListWays<Item> = {},
) {
  const navigate = useNavigate();
  const [isAsked, setAsked] = useState(!needsSearch);
  const table = useTable<Item, HttpError>({
    resource,
    syncWithLocation: true,
    meta: { ...params, organizationId },
    errorNotification: false,
    queryOptions: {
      enabled: isAsked,
      refetchInterval: ({ state }) => isLive(state.data?.data ?? []) && LIVE_EVERY_MS,
    },
  });
  const { tableQuery, filters, currentPage, pageSize } = table;
  const page = tableQuery.data as PagedList<Item> | undefined;

  const filterValue = (name: FilterName): string =>
    String(filters.find((filter) => 'field' in filter && filter.field === name)?.value ?? '');

  const isUpdating = tableQuery.isPlaceholderData;
  const rows = isUpdating ? undefined : page?.data.length;
  /** The page that had rows last. Once its last one is gone, as by deleting it, the page before is shown. */
  const here = JSON.stringify([currentPage, pageSize, filters]);
  const [filled, setFilled] = useState<string>();
  if (rows && filled !== here) setFilled(here);
  const isEmptied = rows === 0 && currentPage > 1 && filled === here;
  const lastPage = Math.max(1, Math.min(currentPage - 1, Math.ceil((page?.total ?? 0) / pageSize)));
  const leaveEmptied = useEffectEvent(() => {
    const state = { currentPage: lastPage, pageSize, filters };
    // In place of the empty page: Back does not lead there.
    void navigate(
      { search: writeListAddress(window.location.search, state).search },
      { replace: true, state: OWN_STEP },
    );
    table.setCurrentPage(lastPage);
  });
  useLayoutEffect(() => {
    if (isEmptied) leaveEmptied();
  }, [isEmptied]);

  const mustAsk = !needsSearch || filterValue('q') !== '';
  if (mustAsk !== isAsked) setAsked(mustAsk);

  function setFilters(values: Partial<Record<FilterName, string | undefined>>) {
    const changed = (Object.entries(values) as [FilterName, string | undefined][]).filter(
      ([name, value]) => filterValue(name) !== (value ?? ''),
    );
    if (changed.length === 0) return;
    table.setFilters(
      changed.map(([name, value]) => listFilter(name, value)),
      'merge',
    );
    table.setCurrentPage(1);
  }

  return {
    items: page?.data,
    /** For the pager: with a capped total as far as it is certain. */
    total: page?.total ?? 0,
    /** What is known of the total, for `totalLabel`. */
    count: { totalNumber: page?.totalNumber ?? 0, capped: page?.capped ?? false },
    /** The rows are those of the state before, until the new ones are here. */
    isUpdating: isUpdating || isEmptied,
    error: tableQuery.error,
    reload: () => void tableQuery.refetch(),
    page: currentPage,
    pageSize,
    goTo(nextPage: number, nextSize = pageSize) {
      table.setCurrentPage(nextSize === pageSize ? nextPage : 1);
      table.setPageSize(nextSize);
    },
    filterValue,
    setFilter: (name: FilterName, value: string | undefined) => setFilters({ [name]: value }),
    setFilters,
    isFiltered: filters.some(({ value }) => Boolean(value)),
    clearFilters() {
      table.setFilters([], 'replace');
      table.setCurrentPage(1);
    },
  };
}

export type RecordListState<Item extends BaseRecord = BaseRecord> = ReturnType<typeof useRecordList<Item>>;
