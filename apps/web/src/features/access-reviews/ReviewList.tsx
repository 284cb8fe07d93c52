import { AuditOutlined } from '@ant-design/icons';
import { REVIEW_STATUSES, type AccessReview } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { ChoiceFilter } from '../../filters/ChoiceFilter.tsx';
import { useRecordList } from '../../list/use-record-list.ts';
import { RecordList } from '../../ui/RecordList.tsx';
import { StateMessage } from '../../ui/StateMessage.tsx';
import { BeginLink } from './BeginLink.tsx';
import { isAtWork } from './review-state.ts';
import { useReviewColumns } from './use-review-columns.tsx';

export function ReviewList() {
  const { t } = useTranslation();
  const list = useRecordList<AccessReview>(
    'access-reviews',
    undefined,
    {},
    { isLive: (reviews) => reviews.some(isAtWork) },
  );
  const columns = useReviewColumns();
  const isAnyThere = list.isFiltered || list.items?.length !== 0;
  return (
    <>
      {isAnyThere && (
        <div className="list-toolbar" role="search">
          <ChoiceFilter
            label={t('accessReviews.statusFilter')}
            all={t('accessReviews.allStatuses')}
            value={list.filterValue('status')}
            options={REVIEW_STATUSES.map((value) => ({ value, label: t(`accessReviews.statuses.${value}`) }))}
            onChange={(status) => list.setFilter('status', status)}
          />
        </div>
      )}
      <RecordList
        list={list}
        label={t('accessReviews.title')}
        columns={columns}
        empty={
          <StateMessage
            role="status"
            icon={<AuditOutlined />}
            title={t('accessReviews.empty')}
            actions={<BeginLink />}
          >
            <p>{t('accessReviews.emptyHint')}</p>
          </StateMessage>
        }
      />
    </>
  );
}
