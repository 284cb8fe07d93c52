import type { Page, PageRequest } from '@org-portal/contract';
import type { LogtoMember, ManagementApiCalls } from '@org-portal/management-api';
import { listFound } from '../search/list-found.ts';

export type Members = Pick<ManagementApiCalls, 'members'>;

export interface MemberSearch {
  q?: string | undefined;
  roleId?: string | undefined;
}

/** @returns whether `listMembers` gives Logto's page as it is */
export const isOneRead = ({ q = '' }: MemberSearch): boolean => q.trim() === '';

/**
 * Members, searched by what is shown of them. Logto searches telephone numbers too, which nobody here is shown: digits
 * alone would find out one after the other, so all that they find is compared.
 */
export function listMembers(
  { members }: Members,
  organizationId: string,
  page: PageRequest,
  { q = '', roleId }: MemberSearch,
): Promise<Page<LogtoMember>> {
  const text = q.trim();
  if (text === '') return members.list(organizationId, page, { roleId });
  return listFound(
    {
      read: (read, pattern) => members.list(organizationId, read, { pattern, roleId }),
      texts: ({ id, name, username, primaryEmail }) => [id, name, username, primaryEmail],
      isComparedAlways: /^\d+$/.test(text),
    },
    text,
    page,
  );
}
