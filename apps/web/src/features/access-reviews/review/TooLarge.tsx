import { CompressOutlined } from '@ant-design/icons';
import { MAX_REVIEW_LINES, type AccessReview } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { beginReviewPath } from '../../../organization/access-review-path.ts';
import { StateMessage } from '../../../ui/StateMessage.tsx';

/** More lines than anybody reviews: how many, and the way to fewer. */
export function TooLarge({ review: { id, lines } }: { review: AccessReview }) {
  const { t } = useTranslation();
  return (
    <StateMessage
      role="alert"
      icon={<CompressOutlined />}
      title={t('accessReviews.tooLarge')}
      actions={<Link to={beginReviewPath({ narrow: id })}>{t('accessReviews.narrowIt')}</Link>}
    >
      <p>{t('accessReviews.tooLargeHint', { count: lines.total, most: MAX_REVIEW_LINES })}</p>
    </StateMessage>
  );
}
