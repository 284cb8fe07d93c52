import { REMOVAL_STATES, type AccessReview, type RemovalState } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useLanguage } from '../../../i18n/use-language.ts';
import { accessReviewPath } from '../../../organization/access-review-path.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { ShareBar } from '../../../ui/ShareBar.tsx';
import type { StatusColor } from '../../../ui/StatusMark.tsx';
import { useNames } from '../use-names.ts';

const COLORS: Record<RemovalState, StatusColor | undefined> = {
  waiting: undefined,
  removed: 'success',
  gone: 'neutral',
  refused: 'warning',
  failed: 'error',
};

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
      <ShareBar
        label={t('accessReviews.removal.progress')}
        text={doneOf}
        done={done}
        total={total}
        shares={REMOVAL_STATES.map((state) => ({ key: state, count: counts[state], color: COLORS[state] }))}
      />
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
