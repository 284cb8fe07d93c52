import {
  TOTAL_NUMBER_HEADER,
  TOTAL_NUMBER_IS_CAPPED_HEADER,
  formatLinkHeader,
  lastPage,
  type Page,
  type PageLinks,
  type PageRequest,
} from '@org-portal/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The paging part of a query that has been validated. */
export interface PageQuery {
  page: number;
  page_size: number;
}

export const pageOf = ({ page, page_size }: PageQuery): PageRequest => ({ page, pageSize: page_size });

/** Sets the headers of a list, with links to the BFF's own path that keep the query. @returns the body */
export function replyPage<Item>(
  request: FastifyRequest,
  reply: FastifyReply,
  { page, pageSize }: PageRequest,
  { items, total, isTotalCapped }: Page<Item>,
): Item[] {
  reply.header(TOTAL_NUMBER_HEADER, total);
  if (isTotalCapped) reply.header(TOTAL_NUMBER_IS_CAPPED_HEADER, 'true');
  const last = lastPage(total, pageSize);
  const hasNext = isTotalCapped ? items.length === pageSize : page < last;
  const linkTo = linksOf(request);
  const links: PageLinks = { first: linkTo(1) };
  if (page > 1) links.prev = linkTo(isTotalCapped ? page - 1 : Math.min(page - 1, last));
  if (hasNext) links.next = linkTo(page + 1);
  if (!isTotalCapped) links.last = linkTo(last);
  reply.header('link', formatLinkHeader(links));
  return items;
}

/** Cuts a page out of a list that is there as a whole. */
export function cutPage<Item>(all: readonly Item[], { page, pageSize }: PageRequest): Page<Item> {
  return {
    items: all.slice((page - 1) * pageSize, page * pageSize),
    total: all.length,
    isTotalCapped: false,
  };
}

function linksOf({ url }: FastifyRequest): (page: number) => string {
  const [pathname = '', search] = url.split('?', 2);
  const query = new URLSearchParams(search);
  return (page) => {
    query.set('page', String(page));
    return `${pathname}?${query}`;
  };
}
