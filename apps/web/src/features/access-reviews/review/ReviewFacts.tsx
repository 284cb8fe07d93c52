import { MAX_NAMED_ORGANIZATIONS, type AccessReview } from '@org-portal/contract';
import { Fragment, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf, exactTime, relativeTime } from '../../../format/date-time.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { DueDate } from '../DueDate.tsx';
import { ReviewScope } from '../ReviewScope.tsx';
import { ReviewStatusMark } from '../ReviewStatusMark.tsx';
import { useNames } from '../use-names.ts';
import { serverNow } from '../../../clock/server-time.ts';

interface ReviewFactsProps {
  review: AccessReview;
  /** On paper no time is "ago". */
  isPrinted?: boolean;
}

/** What a review is about, who is to do it until when, and how old what it shows is. */
export function ReviewFacts({ review, isPrinted = false }: ReviewFactsProps) {
  const { t } = useTranslation();
  const language = useLanguage();
  const namesOf = useNames();
  const [now] = useState(serverNow);
  const { openedAt, createdBy, createdAt, closedBy, closedAt } = review;
  const asOf = (instant: string) => {
    const exact = exactTime(instant, language);
    if (isPrinted) return exact;
    const age = relativeTime(instant, now, language) ?? t('time.justNow');
    return t('accessReviews.asOfWhen', { exact, age });
  };
  const byWhen = (who: AccessReview['createdBy'], when: string) => (
    <>
      {namesOf([who])} · {isPrinted ? exactTime(when, language) : <RelativeTime instant={when} />}
    </>
  );
  const facts: [string, ReactNode][] = [
    [t('accessReviews.status'), <ReviewStatusMark key="status" status={review.status} />],
    [
      t('accessReviews.scope'),
      <ReviewScope key="scope" scope={review.scope} most={MAX_NAMED_ORGANIZATIONS} />,
    ],
    [t('accessReviews.reviewers'), namesOf(review.reviewers)],
    [
      t('accessReviews.due'),
      isPrinted ? dayOf(review.dueAt, language) : <DueDate key="due" review={review} />,
    ],
    ...(openedAt ? [[t('accessReviews.asOf'), asOf(openedAt)] satisfies [string, ReactNode]] : []),
    [t('accessReviews.begunBy'), byWhen(createdBy, createdAt)],
  ];
  if (closedBy && closedAt) facts.push([t('accessReviews.closedBy'), byWhen(closedBy, closedAt)]);
  const gone = review.snapshot?.organizations.gone ?? review.gone;
  return (
    <>
      <dl className="review-facts" aria-label={t('accessReviews.facts')}>
        {facts.map(([name, value]) => (
          <Fragment key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </Fragment>
        ))}
      </dl>
      {gone > 0 && <p className="review-note">{t('accessReviews.gone', { count: gone })}</p>}
    </>
  );
}
