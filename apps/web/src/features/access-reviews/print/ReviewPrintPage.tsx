import { AuditOutlined, PrinterOutlined } from '@ant-design/icons';
import type { AccessReview } from '@org-portal/contract';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { exactTime } from '../../../format/date-time.ts';
import { useLanguage } from '../../../i18n/use-language.ts';
import { ACCESS_REVIEWS_PATH, accessReviewPath } from '../../../organization/access-review-path.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { PageLoading } from '../../../ui/PageLoading.tsx';
import { Screen } from '../../../ui/Screen.tsx';
import { StateMessage } from '../../../ui/StateMessage.tsx';
import '../access-reviews.css';
import { exportAddress } from '../export-address.ts';
import { ReviewBar } from '../review/ReviewBar.tsx';
import { ReviewFacts } from '../review/ReviewFacts.tsx';
import { useReview } from '../use-review.ts';
import './print.css';
import { PrintedLines } from './PrintedLines.tsx';
import { printedOf } from './printed-of.ts';
import { serverNow } from '../../../clock/server-time.ts';

/** A review on paper: what it is about, and its lines. */
export default function ReviewPrintPage() {
  const { t } = useTranslation();
  const { review, error, reload } = useReview();
  if (error && !review) {
    if (error.statusCode !== 404) return <ErrorState isPage error={error} onRetry={reload} />;
    return (
      <StateMessage
        isPage
        icon={<AuditOutlined />}
        title={t('accessReviews.notFound')}
        actions={<Link to={ACCESS_REVIEWS_PATH}>{t('accessReviews.toReviews')}</Link>}
      />
    );
  }
  return <main className="print-page">{review ? <Printed review={review} /> : <PageLoading />}</main>;
}

function Printed({ review }: { review: AccessReview }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const [now] = useState(() => new Date(serverNow()).toISOString());
  const { id, name, lines } = review;
  const printed = printedOf(review);
  const numbers = { total: lines.total, marked: lines.toRemove };
  return (
    <>
      <div className="print-actions">
        <Link to={accessReviewPath(id)}>{t('accessReviews.printing.back')}</Link>
        <span>
          <Button href={exportAddress(id)} download>
            {t('accessReviews.download')}
          </Button>
          <Button type="primary" icon={<PrinterOutlined />} onClick={() => window.print()}>
            {t('accessReviews.printing.button')}
          </Button>
        </span>
      </div>
      <Screen title={t('accessReviews.titleOf', { name })}>
        <ReviewFacts review={review} isPrinted />
        <ReviewBar review={review} />
        <p className="muted">
          {t('accessReviews.printing.printed')}: {exactTime(now, language)}
        </p>
        {printed !== 'all' && (
          <Alert
            className="review-form-note"
            type="info"
            showIcon
            title={t(`accessReviews.printing.${printed === 'marked' ? 'onlyMarked' : 'none'}`, numbers)}
          />
        )}
        {printed !== 'none' && <PrintedLines review={review} onlyMarked={printed === 'marked'} />}
      </Screen>
    </>
  );
}
