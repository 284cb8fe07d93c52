import type { QueuedInvitation } from '@org-portal/contract';
import { useRecordList, type RecordListState } from '../../list/use-record-list.ts';

export const QUEUE_FILTERS = ['q', 'organization', 'inviter', 'olderThan'] as const;

/** A page of the queue. What is looked after is a choice of its own: it is nothing that one clears. */
export function useQueue(): RecordListState<QueuedInvitation> {
  const list = useRecordList<QueuedInvitation>('invitation-queue', undefined);
  return {
    ...list,
    isFiltered: QUEUE_FILTERS.some((name) => list.filterValue(name) !== ''),
    clearFilters: () => list.setFilters(Object.fromEntries(QUEUE_FILTERS.map((name) => [name, undefined]))),
  };
}
