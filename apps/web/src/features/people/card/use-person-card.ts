import type { PersonCard } from '@org-portal/contract';
import { useCustom, type HttpError } from '@refinedev/core';
import { useParams, useSearchParams } from 'react-router';

/** All of the person that the address of the page names, by id or by e-mail address; `of` is which of both. */
export function usePersonCard() {
  const { personId } = useParams();
  const email = useSearchParams()[0].get('email') ?? '';
  const { result, query } = useCustom<PersonCard, HttpError>({
    method: 'get',
    errorNotification: false,
    ...(personId === undefined
      ? { url: 'person-at', config: { query: { email } } }
      : { url: 'people/{personId}', meta: { personId } }),
  });
  const card = query.data ? result.data : undefined;
  return { of: personId ?? email, card, error: query.error, reload: () => void query.refetch() };
}
