import type { ActivityEntry } from '@org-portal/contract';
import { useOne, type HttpError } from '@refinedev/core';
import { useActivityScope } from '../activity-scope.ts';

/** One entry as it is now; what became of it may have been found out since the list was loaded. */
export function useEntryQuery(entryId: string) {
  const { resource, organizationId } = useActivityScope();
  return useOne<ActivityEntry, HttpError>({
    resource,
    id: entryId,
    meta: { organizationId },
    errorNotification: false,
    queryOptions: { placeholderData: () => undefined },
  });
}
