import type { AccessReview } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { accessReviewPath } from '../../organization/access-review-path.ts';
import { useSession } from '../../session/session-context.ts';
import { CutText } from '../../ui/CutText.tsx';
import type { RecordColumn } from '../../ui/record-column.ts';
import { DueDate } from './DueDate.tsx';
import { isReviewerOf } from './review-state.ts';
import { ReviewProgress } from './ReviewProgress.tsx';
import { ReviewScope } from './ReviewScope.tsx';
import { ReviewStatusMark } from './ReviewStatusMark.tsx';
import { useNames } from './use-names.ts';

export function useReviewColumns(): RecordColumn<AccessReview>[] {
  const { t } = useTranslation();
  const { user } = useSession();
  const namesOf = useNames();
  /** Who is asked to decide comes to what is left of it. */
  const pathOf = (review: AccessReview) => {
    const isLeft = review.status === 'Open' && review.lines.undecided > 0;
    return accessReviewPath(
      review.id,
      isLeft && isReviewerOf(review, user.id) ? { decision: 'none' } : undefined,
    );
  };
  return [
    {
      key: 'name',
      kind: 'heading',
      title: t('accessReviews.name'),
      width: '24%',
      render: (review) => (
        <Link to={pathOf(review)}>
          <CutText>{review.name}</CutText>
        </Link>
      ),
    },
    {
      key: 'status',
      title: t('accessReviews.status'),
      width: 116,
      render: ({ status }) => <ReviewStatusMark status={status} />,
    },
    {
      key: 'scope',
      title: t('accessReviews.scope'),
      render: ({ scope }) => <ReviewScope scope={scope} most={1} />,
    },
    {
      key: 'progress',
      title: t('accessReviews.progress'),
      width: '17%',
      render: (review) => <ReviewProgress review={review} />,
    },
    {
      key: 'due',
      title: t('accessReviews.due'),
      width: '15%',
      render: (review) => <DueDate review={review} />,
    },
    {
      key: 'reviewers',
      title: t('accessReviews.reviewers'),
      width: '15%',
      render: ({ reviewers }) => <CutText>{namesOf(reviewers)}</CutText>,
    },
  ];
}
