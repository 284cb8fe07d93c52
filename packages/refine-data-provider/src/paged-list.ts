import type { BaseRecord, GetListResponse } from '@refinedev/core';
import { hasNext, type ListPage } from './list-page.ts';
import type { ListRequest } from './list-query.ts';

/** What `getList` gives. */
export interface PagedList<TData extends BaseRecord = BaseRecord> extends GetListResponse<TData> {
  data: TData[];
  /**
   * All rows that match. With a capped total the rows that are certain to exist, always enough for a pager to
   * go one page further while there is one.
   */
  total: number;
  /** `total` is a lower bound; show it by `totalLabel`. */
  capped: boolean;
  /** The number of `Total-Number`: when capped, the bound that the API counts to. */
  totalNumber: number;
  /** The pages around this one, where they exist; `useInfiniteList` goes by them. */
  cursor: { prev?: number; next?: number };
}

export function pagedList(listPage: ListPage, { page, pageSize }: ListRequest): PagedList {
  const { rows, totalNumber, capped } = listPage;
  const seen = (page - 1) * pageSize + rows.length;
  const goesOn = hasNext(listPage, seen, pageSize);
  const certain = rows.length === 0 ? 0 : seen + (goesOn ? 1 : 0);
  return {
    data: rows,
    total: capped ? Math.max(totalNumber, certain) : totalNumber,
    capped,
    totalNumber,
    cursor: { ...(page > 1 && { prev: page - 1 }), ...(goesOn && { next: page + 1 }) },
  };
}

export function wholeList(rows: BaseRecord[]): PagedList {
  return { data: rows, total: rows.length, capped: false, totalNumber: rows.length, cursor: {} };
}
