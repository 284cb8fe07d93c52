import { MAX_PAGE_SIZE, type Page, type PageRequest } from '@org-portal/contract';
import type { LogtoMember, ManagementApiCalls, MemberFilter } from '@org-portal/management-api';
import { cutPage } from '../reply-page.ts';

/** Pages that are read to sift them; what comes after makes the total a lower bound. */
const MOST_PAGES = 5;

export type Members = Pick<ManagementApiCalls, 'members'>;

/** @returns whether `listMembers` gives Logto's page as it is */
export const isOneRead = ({ q = '' }: MemberFilter): boolean => !/^[\d%_\\]+$/.test(q);

/**
 * Members, searched by what is shown of them. Logto searches telephone numbers too, which nobody here is shown: digits
 * alone, with its wildcards, would find out one after the other. So what they find is sifted.
 */
export function listMembers(
  api: Members,
  organizationId: string,
  page: PageRequest,
  filter: MemberFilter,
): Promise<Page<LogtoMember>> {
  const { q = '' } = filter;
  if (isOneRead(filter)) return api.members.list(organizationId, page, filter);
  const digits = q.replace(/\D+/g, '');
  if (digits === '') return api.members.list(organizationId, page, { ...filter, q: undefined });
  return siftedPage(api, organizationId, page, { ...filter, q: digits });
}

async function siftedPage(
  api: Members,
  organizationId: string,
  page: PageRequest,
  filter: MemberFilter & { q: string },
): Promise<Page<LogtoMember>> {
  const shown: LogtoMember[] = [];
  let total = Infinity;
  for (let read = 1; read <= MOST_PAGES && (read - 1) * MAX_PAGE_SIZE < total; read += 1) {
    const found = await api.members.list(organizationId, { page: read, pageSize: MAX_PAGE_SIZE }, filter);
    total = found.total;
    shown.push(...found.items.filter((member) => isShown(member, filter.q)));
  }
  return { ...cutPage(shown, page), isTotalCapped: total > MOST_PAGES * MAX_PAGE_SIZE };
}

const isShown = ({ id, name, username, primaryEmail }: LogtoMember, digits: string): boolean =>
  [id, name, username, primaryEmail].some((text) => text?.includes(digits));
