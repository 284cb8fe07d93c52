import { REMOVAL_STATES, type AccessReview } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../../../i18n/use-language.ts';
import { accessReviewPath } from '../../../organization/access-review-path.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { useNames } from '../use-names.ts';

interface RemovalProgressProps {
  reviewId: string;
  removal: NonNullable<AccessReview['removal']>;
}

/** How far removing has come; each number leads to its lines. */
export function RemovalProgress({ reviewId, removal }: RemovalProgressProps) {
  const { t } = useTranslation();
  const number = new Intl.NumberFormat(useLanguage());
  const who = useNames()([removal.startedBy]);
  const { counts, startedAt, finishedAt } = removal;
  const total = REMOVAL_STATES.reduce((sum, state) => sum + counts[state], 0);
  const done = total - counts.waiting;
  const doneOf = t('accessReviews.removal.doneOf', { done, total });
  return (
    <>
      <p className="review-progress-words">
        <strong role="status">{doneOf}</strong>
        {REMOVAL_STATES.filter((state) => counts[state] > 0).map((state) => (
          <Link key={state} to={accessReviewPath(reviewId, { removal: state })}>
            {t('accessReviews.removal.stateCount', {
              state: t(`accessReviews.removal.states.${state}`),
              number: number.format(counts[state]),
            })}
          </Link>
        ))}
      </p>
      <div
        className="review-bar"
        role="progressbar"
        aria-label={t('accessReviews.removal.progress')}
        aria-valuemin={0}
        aria-valuemax={Math.max(1, total)}
        aria-valuenow={done}
        aria-valuetext={doneOf}
      >
        {REMOVAL_STATES.map((state) => (
          <span key={state} className={`is-${state}`} style={{ flexGrow: counts[state] }} />
        ))}
      </div>
      <p className="muted">
        {t('accessReviews.removal.startedBy', { who })} · <RelativeTime instant={startedAt} />
        {finishedAt ? (
          <>
            {' · '}
            {t('accessReviews.removal.finished')} <RelativeTime instant={finishedAt} />
          </>
        ) : (
          <> · {t('accessReviews.removal.goesOn')}</>
        )}
      </p>
    </>
  );
}
