/** Response headers of every list, in lower case as fetch and Node give them. */
export const TOTAL_NUMBER_HEADER = 'total-number';
/** `true`: the total is a lower bound, and neither `next` nor `last` is linked (Logto's /logs, recorded). */
export const TOTAL_NUMBER_IS_CAPPED_HEADER = 'total-number-is-capped';

export const DEFAULT_PAGE_SIZE = 20;
/** Logto answers 400 `guard.invalid_pagination` above it (recording 02). */
export const MAX_PAGE_SIZE = 100;
export const PAGE_SIZES = [10, 20, 50, 100] as const;

/** A page of a list as asked for; `page` counts from 1. */
export interface PageRequest {
  page: number;
  pageSize: number;
}

/** A page of a list as it came; `total` counts all items that match. */
export interface Page<Item> {
  items: Item[];
  total: number;
  isTotalCapped: boolean;
}

/**
 * @param total number of items that match
 * @returns the number of the last page; 1 for an empty list, as Logto has it (recording 02)
 */
export function lastPage(total: number, pageSize: number): number {
  return Math.max(1, Math.ceil(total / pageSize));
}
