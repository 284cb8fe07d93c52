import type { AccessReview } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { accessReviewPath } from '../../../organization/access-review-path.ts';

interface ReviewViewsProps {
  review: AccessReview;
  isDifference: boolean;
}

/** The ways between the lines and what differs from the review before. */
export function ReviewViews({ review: { id }, isDifference }: ReviewViewsProps) {
  const { t } = useTranslation();
  const views = [
    { label: t('accessReviews.viewLines'), to: accessReviewPath(id), isShown: !isDifference },
    {
      label: t('accessReviews.viewDifference'),
      to: accessReviewPath(id, { view: 'difference' }),
      isShown: isDifference,
    },
  ];
  return (
    <nav className="review-views" aria-label={t('accessReviews.views')}>
      {views.map(({ label, to, isShown }) => (
        <Link key={to} to={to} aria-current={isShown ? 'page' : undefined}>
          {label}
        </Link>
      ))}
    </nav>
  );
}
