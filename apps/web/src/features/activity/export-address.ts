import type { ActivityExportFormat } from '@org-portal/contract';
import { readListAddress } from '../../list/list-address.ts';

/**
 * @param apiPath of the list
 * @param search of the screen's address, which holds the filters
 * @returns where all that is filtered, not only the page on the screen, can be downloaded
 */
export function exportAddress(apiPath: string, search: string, format: ActivityExportFormat): string {
  const query = new URLSearchParams({ format });
  for (const filter of readListAddress(search).filters) {
    if ('field' in filter) query.set(filter.field, String(filter.value));
  }
  return `${apiPath}/export?${query}`;
}
