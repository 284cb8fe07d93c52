import type { AccessReview } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';

/** How far a review has come, in a few words. */
export function ReviewProgress({ review: { status, lines, snapshot } }: { review: AccessReview }) {
  const { t } = useTranslation();
  const words = () => {
    if (status === 'Preparing') {
      if (!snapshot) return '–';
      const { read, gone, total } = snapshot.organizations;
      return t('accessReviews.readOf', { done: read + gone, total });
    }
    if (status === 'TooLarge') return t('accessReviews.linesOf', { count: lines.total });
    if (lines.total === 0) return t('accessReviews.noLines');
    return t('accessReviews.decidedOf', { done: lines.kept + lines.toRemove, total: lines.total });
  };
  return <span className="review-number">{words()}</span>;
}
