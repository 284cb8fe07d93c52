import type { JoinInput, JoinView } from '@org-portal/contract';
import { useCustom, type HttpError } from '@refinedev/core';

/** The invitation behind a link, as the person who opens it may see it. The token goes in the body: paths are logged. */
export function useJoinView(token: string) {
  const { query } = useCustom<JoinView, HttpError, unknown, JoinInput>({
    url: 'join',
    method: 'post',
    config: { payload: { token } },
    errorNotification: false,
    queryOptions: { enabled: token !== '' },
  });
  return { view: query.data?.data, query };
}
