import { DiffOutlined } from '@ant-design/icons';
import { REVIEW_DIFFERENCES, type AccessReview, type AccessReviewDifferenceLine } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { ChoiceFilter } from '../../../filters/ChoiceFilter.tsx';
import { exactTime } from '../../../format/date-time.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { useRecordList } from '../../../list/use-record-list.ts';
import { accessReviewPath } from '../../../organization/access-review-path.ts';
import { RecordList } from '../../../ui/RecordList.tsx';
import { StateMessage } from '../../../ui/StateMessage.tsx';
import { useDifferenceColumns } from './use-difference-columns.tsx';

/** What differs from the last review of the same scope, or that there is none. */
export function DifferenceList({ review }: { review: AccessReview }) {
  const { t } = useTranslation();
  const { id, previous } = review;
  if (previous) return <Differences reviewId={id} previous={previous} />;
  return (
    <StateMessage icon={<DiffOutlined />} title={t('accessReviews.difference.none')}>
      <p>{t('accessReviews.difference.noneHint')}</p>
    </StateMessage>
  );
}

interface DifferencesProps {
  reviewId: string;
  previous: NonNullable<AccessReview['previous']>;
}

function Differences({ reviewId, previous }: DifferencesProps) {
  const { t } = useTranslation();
  const list = useRecordList<AccessReviewDifferenceLine>('access-reviews/{reviewId}/difference', undefined, {
    reviewId,
  });
  const title = t('accessReviews.difference.title', { name: previous.name });
  return (
    <>
      <h2 className="review-heading">
        <Link to={accessReviewPath(previous.id)}>{title}</Link>
      </h2>
      <p className="review-note">
        {t('accessReviews.difference.since', { when: exactTime(previous.closedAt, useLanguage()) })}
      </p>
      <div className="list-toolbar" role="search">
        <ChoiceFilter
          label={t('accessReviews.difference.kinds')}
          all={t('accessReviews.all')}
          value={list.filterValue('kind')}
          options={REVIEW_DIFFERENCES.map((value) => ({
            value,
            label: t(`accessReviews.difference.${value}`),
          }))}
          onChange={(kind) => list.setFilter('kind', kind)}
        />
      </div>
      <RecordList
        list={list}
        label={title}
        columns={useDifferenceColumns()}
        empty={
          <StateMessage role="status" icon={<DiffOutlined />} title={t('accessReviews.difference.same')}>
            <p>{t('accessReviews.difference.sameHint')}</p>
          </StateMessage>
        }
      />
    </>
  );
}
