import { StopOutlined } from '@ant-design/icons';
import type { AccessReview } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { useListMount } from '../../../list/list-mount.ts';
import { Screen } from '../../../ui/Screen.tsx';
import { StateMessage } from '../../../ui/StateMessage.tsx';
import { DifferenceList } from '../difference/DifferenceList.tsx';
import { ReviewLines } from '../lines/ReviewLines.tsx';
import { Removal } from '../removal/Removal.tsx';
import { Preparing } from './Preparing.tsx';
import { ReviewActions } from './ReviewActions.tsx';
import { ReviewBar } from './ReviewBar.tsx';
import { ReviewFacts } from './ReviewFacts.tsx';
import { ReviewViews } from './ReviewViews.tsx';
import { TooLarge } from './TooLarge.tsx';

export function OneReview({ review }: { review: AccessReview }) {
  const { t } = useTranslation();
  const { status, openedAt } = review;
  return (
    <Screen title={review.name} action={<ReviewActions review={review} />}>
      <ReviewFacts review={review} />
      {status === 'Preparing' && <Preparing review={review} />}
      {status === 'TooLarge' && <TooLarge review={review} />}
      {status === 'Cancelled' && (
        <StateMessage icon={<StopOutlined />} title={t('accessReviews.cancelled')}>
          <p>{t('accessReviews.cancelledHint')}</p>
        </StateMessage>
      )}
      {openedAt !== null && <Opened review={review} />}
    </Screen>
  );
}

function Opened({ review }: { review: AccessReview }) {
  const [query] = useSearchParams();
  const mount = useListMount();
  const isDifference = query.get('view') === 'difference';
  return (
    <>
      <ReviewBar review={review} />
      {review.status === 'Closed' && <Removal review={review} />}
      <ReviewViews review={review} isDifference={isDifference} />
      {isDifference ? (
        <DifferenceList key={mount} review={review} />
      ) : (
        <ReviewLines key={mount} review={review} />
      )}
    </>
  );
}
