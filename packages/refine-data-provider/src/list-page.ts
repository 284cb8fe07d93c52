import { TOTAL_NUMBER_HEADER, TOTAL_NUMBER_IS_CAPPED_HEADER, parseLinkHeader } from '@org-portal/contract';
import type { BaseRecord } from '@refinedev/core';
import { ReplyError } from './errors.ts';
import type { Reply } from './call.ts';

export interface ListPage {
  rows: BaseRecord[];
  /** All rows that match, as the header says. */
  totalNumber: number;
  /** The header is a lower bound. */
  capped: boolean;
  /** The URI reference of `rel="next"`. */
  next: string | undefined;
}

/** @throws ReplyError for a body that is no list, and headers that are missing or malformed */
export function listPage({ request, status, headers, body }: Reply): ListPage {
  if (!Array.isArray(body)) throw new ReplyError(`${request} answered no JSON array`, status);
  const total = headers.get(TOTAL_NUMBER_HEADER);
  if (total === null || !/^\d{1,15}$/.test(total)) {
    throw new ReplyError(
      `${request} answered ${total === null ? 'without' : `"${total}" as`} the header Total-Number, ` +
        'which must hold the number of all rows. If the server does send it, then across origins it must also ' +
        'send Access-Control-Expose-Headers: Total-Number, Total-Number-Is-Capped, Link',
      status,
    );
  }
  return {
    rows: body as BaseRecord[],
    totalNumber: Number(total),
    capped: headers.get(TOTAL_NUMBER_IS_CAPPED_HEADER) === 'true',
    next: nextOf(request, status, headers.get('link')),
  };
}

function nextOf(request: string, status: number, link: string | null): string | undefined {
  try {
    return link === null ? undefined : parseLinkHeader(link).next;
  } catch (cause) {
    throw new ReplyError(
      `${request} answered with the header Link "${link}", which RFC 8288 does not allow`,
      status,
      {
        cause,
      },
    );
  }
}

/**
 * Whether rows follow, by the link; else by the total; and with a capped total, where neither tells, by whether
 * the page is full.
 * @param seen rows up to and with this page
 */
export function hasNext(
  { rows, totalNumber, capped, next }: ListPage,
  seen: number,
  pageSize: number,
): boolean {
  return next !== undefined || (capped ? rows.length >= pageSize : seen < totalNumber);
}
