import { AuditOutlined } from '@ant-design/icons';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ACCESS_REVIEWS_PATH } from '../../../organization/access-review-path.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { PageLoading } from '../../../ui/PageLoading.tsx';
import { StateMessage } from '../../../ui/StateMessage.tsx';
import '../access-reviews.css';
import { useReview } from '../use-review.ts';
import { OneReview } from './OneReview.tsx';

/** One review, in whatever state it is. */
export default function ReviewPage() {
  const { t } = useTranslation();
  const { review, error, reload } = useReview();
  const back = <Link to={ACCESS_REVIEWS_PATH}>{t('accessReviews.toReviews')}</Link>;
  if (error?.statusCode === 404) {
    return (
      <StateMessage isPage icon={<AuditOutlined />} title={t('accessReviews.notFound')} actions={back}>
        <p>{t('accessReviews.notFoundHint')}</p>
      </StateMessage>
    );
  }
  if (error && !review) return <ErrorState isPage error={error} onRetry={reload} />;
  if (!review) return <PageLoading />;
  return (
    <>
      {back}
      <OneReview key={review.id} review={review} />
    </>
  );
}
