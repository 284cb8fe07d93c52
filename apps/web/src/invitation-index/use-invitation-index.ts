import type { InvitationIndexState } from '@org-portal/contract';
import { useCustom, useInvalidate, type HttpError } from '@refinedev/core';
import { useEffect, useRef } from 'react';

/** Milliseconds between two looks how far the first reading has come. */
const PACE = 2_000;

/** @returns how old the portal's index of all invitations is; nothing as long as it is not known */
export function useInvitationIndex(): InvitationIndexState | undefined {
  const { result, query } = useCustom<InvitationIndexState, HttpError>({
    url: 'invitations/index',
    method: 'get',
    errorNotification: false,
    queryOptions: {
      refetchInterval: ({ state }) =>
        (state.data?.data as InvitationIndexState | undefined)?.isComplete === false ? PACE : false,
    },
  });
  const index = query.data ? (result.data as InvitationIndexState) : undefined;
  const isComplete = index?.isComplete;
  const wasIncomplete = useRef(false);
  const invalidate = useInvalidate();
  useEffect(() => {
    // What was shown until now was a part of it.
    if (isComplete && wasIncomplete.current) void invalidate({ invalidates: ['all'] });
    wasIncomplete.current = isComplete === false;
  }, [isComplete, invalidate]);
  return index;
}
