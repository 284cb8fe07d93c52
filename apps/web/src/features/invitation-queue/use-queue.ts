import type { QueuedInvitation } from '@org-portal/contract';
import { useRecordList, type RecordListState } from '../../list/use-record-list.ts';

const FILTERS = ['q', 'organization', 'inviter'] as const;

/** A page of the queue. What is looked after is a choice of its own: it is nothing that one clears. */
export function useQueue(): RecordListState<QueuedInvitation> {
  const list = useRecordList<QueuedInvitation>('invitation-queue', undefined);
  return {
    ...list,
    isFiltered: FILTERS.some((name) => list.filterValue(name) !== ''),
    clearFilters: () => list.setFilters({ q: undefined, organization: undefined, inviter: undefined }),
  };
}
