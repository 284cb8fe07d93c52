import type { AccessReview } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { SnapshotProgress } from '../../../snapshots/SnapshotProgress.tsx';

/** How far it has been read what a review will show. */
export function Preparing({ review: { snapshot } }: { review: AccessReview }) {
  const { t } = useTranslation();
  return (
    <section className="review-preparing" aria-labelledby="preparing">
      <h2 id="preparing">{t('accessReviews.preparing')}</h2>
      {snapshot && <SnapshotProgress snapshot={snapshot} />}
      <p className="muted">{t('accessReviews.preparingHint')}</p>
    </section>
  );
}
