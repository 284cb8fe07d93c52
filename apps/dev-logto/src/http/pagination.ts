import { RequestError } from './request-error.ts';

/** Something that can be cut: how many there are, and those from `start` to before `end`. */
export interface Listing {
  readonly total: number;
  slice(start: number, end: number): readonly unknown[];
}

export interface Page {
  readonly number: number;
  readonly size: number;
}

function positive(text: string | null, fallback: number, max = Infinity): number {
  if (!text) return fallback;
  const value = Number(text);
  if (!Number.isInteger(value) || value < 1 || value > max)
    throw new RequestError(400, 'guard.invalid_pagination');
  return value;
}

/** The page that a query asks for: `page` from 1, `page_size` 1 to 100, default 20. Else 400. */
export function pageOf(query: URLSearchParams): Page {
  return { number: positive(query.get('page'), 1), size: positive(query.get('page_size'), 20, 100) };
}

export const asksForPage = (query: URLSearchParams) => query.has('page') || query.has('page_size');

/** The rows of a page; none past the end (recording 02: 200 with `[]`). */
export function cut({ number, size }: Page, listing: Listing): readonly unknown[] {
  return listing.slice((number - 1) * size, number * size);
}

/**
 * `Total-Number` and the `Link` values, one a relation. As the real one does it: the URL lacks the `/api`
 * prefix, keeps the query, and has `page` in its place or at the end. With more than `cap` rows, where there is
 * one, the total is `cap` + 1, `Total-Number-Is-Capped` says so, and neither last nor next is linked (openapi.json,
 * `enableCap`).
 */
export function pagingHeaders(
  page: Page,
  total: number,
  url: URL,
  cap = Infinity,
): Record<string, string | string[]> {
  const last = Math.ceil(total / page.size) || 1;
  const link = (number: number, relation: string) => {
    const query = new URLSearchParams(url.search);
    query.set('page', String(number));
    return `<${url.origin}${url.pathname.replace(/^\/api/, '')}?${query}>; rel="${relation}"`;
  };
  const links = [link(1, 'first')];
  if (page.number > 1) links.push(link(page.number - 1, 'prev'));
  if (total > cap) return { 'total-number': String(cap + 1), 'total-number-is-capped': 'true', link: links };
  links.push(link(last, 'last'));
  if (page.number < last) links.push(link(page.number + 1, 'next'));
  return { 'total-number': String(total), link: links };
}
