import type { InvitationCounts } from '@org-portal/contract';
import { useCustom, type HttpError } from '@refinedev/core';
import type { RecordListState } from '../../list/use-record-list.ts';
import { useOrganization } from '../../organization/organization-context.ts';
import { FILTERS } from './invitation-filters.ts';

/** How many invitations are in each state, of those that search and filters leave; empty until it is known. */
export function useInvitationCounts(list: RecordListState): Partial<InvitationCounts> {
  const { id: organizationId } = useOrganization();
  const query = Object.fromEntries(
    FILTERS.flatMap((name) => {
      const value = list.filterValue(name);
      return value ? [[name, value]] : [];
    }),
  );
  const { result } = useCustom<InvitationCounts, HttpError>({
    url: 'organizations/{organizationId}/invitations/counts',
    method: 'get',
    config: { query },
    meta: { organizationId },
    errorNotification: false,
  });
  return result.data as Partial<InvitationCounts>;
}
