import type { AccessReview } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../../../i18n/use-language.ts';

/** How much of a review is kept, marked and undecided: as a bar, and in words. */
export function ReviewBar({ review: { lines } }: { review: AccessReview }) {
  const { t } = useTranslation();
  const number = new Intl.NumberFormat(useLanguage());
  const { total, kept, toRemove, undecided } = lines;
  const done = kept + toRemove;
  const doneOf = t('accessReviews.decidedOf', { done, total });
  const share = (count: number) => ({ flexGrow: count });
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
      <div
        className="review-bar"
        role="progressbar"
        aria-label={t('accessReviews.progress')}
        aria-valuemin={0}
        aria-valuemax={Math.max(1, total)}
        aria-valuenow={done}
        aria-valuetext={doneOf}
      >
        <span className="is-kept" style={share(kept)} />
        <span className="is-toRemove" style={share(toRemove)} />
        <span style={share(undecided)} />
      </div>
    </section>
  );
}
