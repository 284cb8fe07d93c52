import { MAX_PAGE_SIZE, type AccessReview, type Reviewer } from '@org-portal/contract';
import { useList, type HttpError } from '@refinedev/core';
import { personName } from '../../../format/person-name.ts';
import { useSession } from '../../../session/session-context.ts';

/** Who may be asked to review. @param known those whose names are known already */
export function useReviewers(known: AccessReview['reviewers']) {
  const { user } = useSession();
  const { result, query } = useList<Reviewer, HttpError>({
    resource: 'reviewers',
    pagination: { pageSize: MAX_PAGE_SIZE },
    errorNotification: false,
  });
  const listed = new Set(result.data.map(({ id }) => id));
  const more = [user, ...known].filter(({ id }) => !listed.has(id));
  const all: { id: string; name: string | null; email?: string | null }[] = [...result.data, ...more];
  const nameOf = (id: string): string | undefined => {
    const one = all.find((reviewer) => reviewer.id === id);
    return one && personName(one);
  };
  const options = [...new Map(all.map((one) => [one.id, one])).values()].map((one) => ({
    value: one.id,
    label: personName(one) ?? one.id,
    email: one.email ?? '',
  }));
  return { options, nameOf, isLoading: query.isFetching, error: query.error };
}

export type Reviewers = ReturnType<typeof useReviewers>;
