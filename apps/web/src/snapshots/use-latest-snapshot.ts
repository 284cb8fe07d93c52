import type { Snapshot } from '@org-portal/contract';
import { useCustom, useInvalidate, type HttpError } from '@refinedev/core';
import { useEffect } from 'react';

/** Milliseconds between two looks how far it has come. */
const PACE = 1_000;

/** The last snapshot of all organizations that was finished, and the one that is being taken, if one is. */
export function useLatestSnapshot() {
  const latest = useCustom<Snapshot, HttpError>({
    url: 'snapshots/latest',
    method: 'get',
    errorNotification: false,
    queryOptions: { retry: (failures, error) => error.statusCode !== 404 && failures < 2 },
  });
  const newest = useCustom<Snapshot[], HttpError>({
    url: 'snapshots',
    method: 'get',
    config: { query: { page_size: 1 } },
    errorNotification: false,
    queryOptions: {
      refetchInterval: ({ state }) =>
        isOpen((state.data?.data as Snapshot[] | undefined)?.[0]) ? PACE : false,
    },
  });
  const [last] = (newest.query.data ? newest.result.data : []) as Snapshot[];
  const underWay = isOpen(last) ? last : undefined;
  const shown = latest.query.data ? (latest.result.data as Snapshot) : undefined;
  const isMissing = latest.query.error?.statusCode === 404;
  // What could not be loaded is asked for again by hand.
  const isSettled = !latest.query.isFetching && (isMissing || !latest.query.error);
  const finishedAt = last?.status === 'Finished' ? (last.finishedAt ?? '') : '';
  const isBehind = isSettled && finishedAt > (shown?.finishedAt ?? '');
  const { refetch } = latest.query;
  const invalidate = useInvalidate();
  useEffect(() => {
    if (!isBehind) return;
    void refetch();
    for (const resource of ['snapshot-memberships', 'snapshot-organizations'])
      void invalidate({ resource, invalidates: ['list'] });
  }, [isBehind, refetch, invalidate]);
  return {
    /** What was read last; none: nothing yet, or it is not known yet. */
    snapshot: shown,
    isMissing,
    /** It is not known yet whether there is one. */
    isLoading: latest.query.isLoading,
    underWay,
    /** The last one, where it ended without being finished. */
    failed: last && !underWay && last.status !== 'Finished' ? last : undefined,
    error: isMissing ? null : latest.query.error,
    reload: () => {
      void latest.query.refetch();
      void newest.query.refetch();
    },
    /** To be called when one was asked for. */
    look: () => void newest.query.refetch(),
  };
}

export type LatestSnapshot = ReturnType<typeof useLatestSnapshot>;

const isOpen = (snapshot: Snapshot | undefined): boolean =>
  snapshot?.status === 'Listing' || snapshot?.status === 'Reading';
