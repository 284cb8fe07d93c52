import type { AccessReview } from '@org-portal/contract';
import { Button } from 'antd';
import { lazy } from 'react';
import { useTranslation } from 'react-i18next';
import { useMayAsStaff } from '../../../session/use-may-as-staff.ts';
import { RemovalProgress } from './RemovalProgress.tsx';
import { Opening } from '../../../ui/dialog/Opening.tsx';
import { useKeptState } from '../../../kept-work/use-kept.ts';

const RemovalDialog = lazy(() => import('./RemovalDialog.tsx'));

/** What became of the lines that were marked, and the way to have them removed. */
export function Removal({ review }: { review: AccessReview }) {
  const { t } = useTranslation();
  const mayRemove = useMayAsStaff('access-reviews', 'remove');
  const [isAsked, setAsked] = useKeptState('review.removal', false);
  const { lines, removal } = review;
  const again = removal?.finishedAt ? removal.counts.failed + removal.counts.refused : 0;
  const count = removal ? again : lines.toRemove;
  return (
    <section className="review-removal" aria-labelledby="removal">
      <header>
        <h2 id="removal">{t('accessReviews.removal.title')}</h2>
        {mayRemove && count > 0 && (
          <Button danger={!removal} onClick={() => setAsked(true)}>
            {t(removal ? 'accessReviews.removal.retry' : 'accessReviews.removal.submit', { count })}
          </Button>
        )}
      </header>
      {removal ? (
        <RemovalProgress reviewId={review.id} removal={removal} />
      ) : (
        <p>
          {count === 0 ? t('accessReviews.removal.nothing') : t('accessReviews.removal.notYet', { count })}
        </p>
      )}
      {!mayRemove && count > 0 && <p className="muted">{t('accessReviews.removal.noRight')}</p>}
      <Opening>
        {isAsked && <RemovalDialog review={review} count={count} onClosed={() => setAsked(false)} />}
      </Opening>
    </section>
  );
}
