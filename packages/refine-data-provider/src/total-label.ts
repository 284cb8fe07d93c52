import type { PagedList } from './paged-list.ts';

/** @returns the number of rows as people read it: `2,400`, or `10,000+` for a capped total */
export function totalLabel(
  { totalNumber, capped }: Pick<PagedList, 'totalNumber' | 'capped'>,
  locale?: string,
): string {
  return new Intl.NumberFormat(locale).format(totalNumber) + (capped ? '+' : '');
}
