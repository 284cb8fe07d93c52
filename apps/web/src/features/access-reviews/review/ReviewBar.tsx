import type { AccessReview } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../i18n/use-language.ts';
import { ShareBar } from '../../../ui/ShareBar.tsx';

/** How much of a review is kept, marked and undecided: as a bar, and in words. */
export function ReviewBar({ review: { lines } }: { review: AccessReview }) {
  const { t } = useTranslation();
  const number = new Intl.NumberFormat(useLanguage());
  const { total, kept, toRemove, undecided } = lines;
  const done = kept + toRemove;
  const doneOf = t('accessReviews.decidedOf', { done, total });
  return (
    <section className="review-progress" aria-label={t('accessReviews.progress')}>
      <p className="review-progress-words">
        <strong>{doneOf}</strong>
        {(['kept', 'toRemove', 'undecided'] as const).map((state) => (
          <span key={state} className={`review-count is-${state}`}>
            {t(`accessReviews.counts.${state}`, { number: number.format(lines[state]) })}
          </span>
        ))}
      </p>
      <ShareBar
        label={t('accessReviews.progress')}
        text={doneOf}
        done={done}
        total={total}
        shares={[
          { key: 'kept', count: kept, color: 'success' },
          { key: 'toRemove', count: toRemove, color: 'error' },
          { key: 'undecided', count: undecided },
        ]}
      />
    </section>
  );
}
