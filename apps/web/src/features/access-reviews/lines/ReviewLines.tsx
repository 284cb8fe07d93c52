import type { AccessReview, AccessReviewLine } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { useRecordList } from '../../../list/use-record-list.ts';
import { useSession } from '../../../session/session-context.ts';
import { RecordList } from '../../../ui/RecordList.tsx';
import { isReviewerOf } from '../review-state.ts';
import { useNames } from '../use-names.ts';
import { DecidedLines } from './DecidedLines.tsx';
import { LineFilters } from './LineFilters.tsx';
import type { LinesProps } from './lines-props.ts';
import { NoLines } from './NoLines.tsx';
import { useLineColumns } from './use-line-columns.tsx';
import { useReadAnew } from './use-read-anew.ts';

/** The lines of a review: to be decided by its reviewers while it is open, else to be read. */
export function ReviewLines({ review }: { review: AccessReview }) {
  const { user } = useSession();
  const list = useRecordList<AccessReviewLine>('access-reviews/{reviewId}/lines', undefined, {
    reviewId: review.id,
  });
  useReadAnew(JSON.stringify(review.removal?.counts), list.reload);
  const mayDecide = review.status === 'Open' && isReviewerOf(review, user.id);
  return (
    <>
      {mayDecide ? <DecidedLines review={review} list={list} /> : <ReadLines review={review} list={list} />}
    </>
  );
}

function ReadLines({ review, list }: LinesProps) {
  const { t } = useTranslation();
  const namesOf = useNames();
  const columns = useLineColumns(review, { isConflict: () => false, onAction: undefined });
  return (
    <>
      <LineFilters review={review} list={list} />
      {review.status === 'Open' && (
        <p className="review-note">{t('accessReviews.readOnly', { reviewers: namesOf(review.reviewers) })}</p>
      )}
      <RecordList list={list} label={t('accessReviews.lines')} columns={columns} empty={<NoLines />} />
    </>
  );
}
