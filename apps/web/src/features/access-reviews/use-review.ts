import type { AccessReview } from '@org-portal/contract';
import { useOne, type HttpError } from '@refinedev/core';
import { useParams } from 'react-router';
import { isAtWork } from './review-state.ts';

/** Milliseconds between two looks how far it has come. */
const PACE = 1_000;

/** The review that the address names, read anew while something of it changes by itself. */
export function useReview() {
  const { reviewId = '' } = useParams();
  const { result, query } = useOne<AccessReview, HttpError>({
    resource: 'access-reviews',
    id: reviewId,
    errorNotification: false,
    queryOptions: {
      placeholderData: () => undefined,
      refetchInterval: ({ state }) => (state.data && isAtWork(state.data.data) ? PACE : false),
      refetchOnWindowFocus: true,
    },
  });
  return { review: result, error: query.error, reload: () => void query.refetch() };
}
