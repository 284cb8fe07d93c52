import type { Import } from '@org-portal/contract';
import { useOne, type HttpError } from '@refinedev/core';
import { useOrganization } from '../../organization/organization-context.ts';

const EVERY_MS = 2_000;

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
      refetchInterval: ({ state }) => (hasWork(state.data?.data) ? EVERY_MS : false),
      refetchOnWindowFocus: true,
    },
  });
  return { found: result, error: query.error, reload: () => void query.refetch() };
}

/** Of one that was paused or cancelled, what was on the way still comes to its end. */
function hasWork(one: Import | undefined): boolean {
  return one !== undefined && (one.status === 'Running' || one.counts.sending > 0);
}
