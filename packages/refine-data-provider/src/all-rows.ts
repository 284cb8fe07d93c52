import type { BaseRecord } from '@refinedev/core';
import type { ApiBase } from './api-base.ts';
import { ReplyError, RequestError } from './errors.ts';
import { hasNext, listPage } from './list-page.ts';
import type { Reply } from './call.ts';

/**
 * Reads a list to its end by `rel="next"`. An API without a stable order may give a row on two pages; rows with
 * the same `id` are one row, as it was last seen.
 * @param get reads a page
 * @throws RequestError when the list has more than `maxPages`, as soon as that is known
 * @throws ReplyError when a link leads out of the API, or the links end before the list does
 */
export async function allRows(
  first: URL,
  get: (url: URL) => Promise<Reply>,
  base: ApiBase,
  { maxPages, maxPageSize }: { maxPages: number; maxPageSize: number },
): Promise<BaseRecord[]> {
  const rows = new Map<unknown, BaseRecord>();
  let seen = 0;
  let url = first;
  for (let pages = 1; ; pages++) {
    const reply = await get(url);
    const page = listPage(reply);
    for (const row of page.rows) rows.set((row as BaseRecord | null)?.id ?? Symbol('no id'), row);
    seen += page.rows.length;

    if (!hasNext(page, seen, maxPageSize)) return [...rows.values()];
    if (page.next === undefined) throw endedEarly(reply, seen, page.totalNumber);
    if (pages === maxPages || page.totalNumber > seen + (maxPages - pages) * maxPageSize) {
      throw new RequestError(
        `${first.href} has more than ${maxPages} pages (Total-Number: ${page.totalNumber}). ` +
          'Ask for it page by page, or raise maxPages.',
      );
    }
    url = linked(page.next, reply, base);
  }
}

function endedEarly({ request, status }: Reply, seen: number, totalNumber: number): ReplyError {
  return new ReplyError(
    `${request} gave no Link with rel="next", although ${seen} rows are not all (Total-Number: ${totalNumber}). ` +
      'If the server does send it, then across origins it must also send Access-Control-Expose-Headers: Link',
    status,
  );
}

function linked(next: string, { request, url, status }: Reply, base: ApiBase): URL {
  const target = URL.canParse(next, url) ? new URL(next, url) : undefined;
  if (target && base.holds(target)) return target;
  throw new ReplyError(`${request} gave "${next}" as rel="next", which lies outside of the API`, status);
}
