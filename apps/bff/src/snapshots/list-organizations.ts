import { MAX_PAGE_SIZE } from '@org-portal/contract';
import type { LogtoOrganization, ManagementApiCalls } from '@org-portal/management-api';

/** How often all pages are read, while there are organizations that were not among them. */
const MOST_PASSES = 4;

interface Listed {
  organizations: LogtoOrganization[];
  /** How many more Logto counts. */
  unlisted: number;
}

/**
 * Reads all organizations. Logto's list has no stable order: a row that changes moves to another page, so one may come
 * twice and another not at all. All pages are read again until as many have been seen as Logto counts.
 */
export async function listAllOrganizations({
  organizations,
}: Pick<ManagementApiCalls, 'organizations'>): Promise<Listed> {
  const seen = new Map<string, LogtoOrganization>();
  let total = 0;
  for (let pass = 1; pass <= MOST_PASSES; pass += 1) {
    for (let page = 1; ; page += 1) {
      const found = await organizations.list({ page, pageSize: MAX_PAGE_SIZE });
      for (const one of found.items) seen.set(one.id, one);
      total = found.total;
      if (page * MAX_PAGE_SIZE >= total || found.items.length === 0) break;
    }
    if (seen.size >= total) break;
  }
  return { organizations: [...seen.values()], unlisted: Math.max(0, total - seen.size) };
}
