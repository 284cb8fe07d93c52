import type { AccessReview } from '@org-portal/contract';
import { useOne, type HttpError } from '@refinedev/core';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import { ACCESS_REVIEWS_PATH } from '../../../organization/access-review-path.ts';
import { useSession } from '../../../session/session-context.ts';
import { PageLoading } from '../../../ui/PageLoading.tsx';
import { Screen } from '../../../ui/Screen.tsx';
import '../access-reviews.css';
import { BeginForm } from './BeginForm.tsx';
import { valuesAgain, valuesOf } from './begin-values.ts';

/** The form that begins a review: empty, filled by the address, or as one was that was too large. */
export default function BeginPage() {
  const { t } = useTranslation();
  const { user } = useSession();
  const [query] = useSearchParams();
  const narrowed = query.get('narrow') ?? '';
  const { result, query: reading } = useOne<AccessReview, HttpError>({
    resource: 'access-reviews',
    id: narrowed,
    errorNotification: false,
    queryOptions: { enabled: narrowed !== '', placeholderData: () => undefined },
  });
  if (narrowed && reading.isPending) return <PageLoading />;
  const title = t(result ? 'accessReviews.form.narrowTitle' : 'accessReviews.form.title');
  return (
    <>
      <Link to={ACCESS_REVIEWS_PATH}>{t('accessReviews.toReviews')}</Link>
      <Screen title={title}>
        <BeginForm
          key={result?.id ?? ''}
          initial={result ? valuesAgain(result) : valuesOf(query, user.id)}
          known={result?.reviewers ?? []}
          narrowed={result?.name}
        />
      </Screen>
    </>
  );
}
