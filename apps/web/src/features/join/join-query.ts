import type { JoinView } from '@org-portal/contract';
import { useOne, type HttpError } from '@refinedev/core';

/** The invitation behind a link, as whoever opens it may see it. */
export function useJoinView(token: string) {
  return useOne<JoinView, HttpError>({
    resource: 'join',
    id: token,
    errorNotification: false,
  });
}
