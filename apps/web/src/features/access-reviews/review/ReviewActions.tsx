import { DownloadOutlined, PrinterOutlined } from '@ant-design/icons';
import type { AccessReview } from '@org-portal/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { accessReviewPath } from '../../../organization/access-review-path.ts';
import { useSession } from '../../../session/session-context.ts';
import { exportAddress } from '../export-address.ts';
import { isReviewerOf } from '../review-state.ts';
import { EndDialog, type End } from './EndDialog.tsx';
import { useKeptState } from '../../../kept-work/use-kept.ts';

/** What can be done with a review as a whole. */
export function ReviewActions({ review }: { review: AccessReview }) {
  const { t } = useTranslation();
  const { user } = useSession();
  const [asked, setAsked] = useKeptState<End | undefined>('review.end', undefined);
  const { id, status, openedAt, createdBy } = review;
  const isReviewer = isReviewerOf(review, user.id);
  const isUnderWay = status === 'Open' || status === 'Preparing';
  return (
    <div className="review-actions">
      {openedAt !== null && (
        <>
          <Button icon={<DownloadOutlined />} href={exportAddress(id)} download>
            {t('accessReviews.download')}
          </Button>
          <Button icon={<PrinterOutlined />} href={`${accessReviewPath(id)}/print`}>
            {t('accessReviews.print')}
          </Button>
        </>
      )}
      {isUnderWay && (isReviewer || createdBy.id === user.id) && (
        <Button danger onClick={() => setAsked('cancel')}>
          {t('accessReviews.giveUp')}
        </Button>
      )}
      {status === 'Open' && isReviewer && (
        <Button type="primary" onClick={() => setAsked('close')}>
          {t('accessReviews.close')}
        </Button>
      )}
      {asked && <EndDialog end={asked} review={review} onClosed={() => setAsked(undefined)} />}
    </div>
  );
}
