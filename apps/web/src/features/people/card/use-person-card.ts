import type { PersonCard } from '@org-portal/contract';
import { useCustom, type HttpError } from '@refinedev/core';
import { useParams } from 'react-router';

/** All of the person that the address of the page names, by id or by e-mail address. */
export function usePersonCard() {
  const { personId, address = '' } = useParams();
  const { result, query } = useCustom<PersonCard, HttpError>({
    method: 'get',
    errorNotification: false,
    ...(personId === undefined
      ? { url: 'person-at', config: { query: { email: address } } }
      : { url: 'people/{personId}', meta: { personId } }),
  });
  const card = query.data ? result.data : undefined;
  return { card, error: query.error, reload: () => void query.refetch() };
}
