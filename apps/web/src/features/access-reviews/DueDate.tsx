import { ExclamationCircleOutlined } from '@ant-design/icons';
import type { AccessReview } from '@org-portal/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { dayOf, relativeTime } from '../../format/date-time.ts';
import { useLanguage } from '../../i18n/use-language.ts';
import { StatusMark } from '../../ui/StatusMark.tsx';
import { isOverdue } from './review-state.ts';
import { serverNow } from '../../clock/server-time.ts';

/** Until when a review is to be through, and whether that is over. */
export function DueDate({ review }: { review: AccessReview }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [now] = useState(serverNow);
  const day = dayOf(review.dueAt, language);
  const isEnded = review.status !== 'Open' && review.status !== 'Preparing';
  const when = relativeTime(review.dueAt, now, language) ?? t('time.justNow');
  return isOverdue(review, now) ? (
    <span className="review-due">
      <StatusMark icon={<ExclamationCircleOutlined />} color="warning">
        {t('accessReviews.overdue', { when })}
      </StatusMark>
      <span className="muted">{day}</span>
    </span>
  ) : (
    <span className="review-number">{isEnded ? day : t('accessReviews.dueWhen', { day, when })}</span>
  );
}
