import type { Import } from '@org-portal/contract';
import { useOne, type HttpError } from '@refinedev/core';
import { LIVE_EVERY_MS } from '../../list/use-record-list.ts';
import { useOrganization } from '../../organization/organization-context.ts';
import { hasWork } from './import-counts.ts';

/** One import, read anew while it runs and the page is looked at. */
export function useImport(importId: string) {
  const { id: organizationId } = useOrganization();
  const { result, query } = useOne<Import, HttpError>({
    resource: 'imports',
    id: importId,
    meta: { organizationId },
    errorNotification: false,
    queryOptions: {
      placeholderData: () => undefined,
      refetchInterval: ({ state }) =>
        state.data !== undefined && hasWork(state.data.data) ? LIVE_EVERY_MS : false,
      refetchOnWindowFocus: true,
    },
  });
  return { found: result, error: query.error, reload: () => void query.refetch() };
}
