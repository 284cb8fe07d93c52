import type { AccessReview } from '@org-portal/contract';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChangeDialog } from '../../../changes/ChangeDialog.tsx';
import { VisitReason, VisitReasonContext } from '../../../changes/visit-reason.ts';

interface RemovalDialogProps {
  review: AccessReview;
  /** Lines that it is about. */
  count: number;
  onClosed: () => void;
}

/** Asks before what was marked is removed, says what follows, and asks why. */
export default function RemovalDialog({ review: { id, removal }, count, onClosed }: RemovalDialogProps) {
  const { t } = useTranslation();
  const [visit] = useState(() => new VisitReason(t('accessReviews.removal.reasonHint')));
  const isAgain = removal !== null;
  return (
    <VisitReasonContext value={visit}>
      <ChangeDialog
        isDangerous
        title={t(isAgain ? 'accessReviews.removal.retryAsk' : 'accessReviews.removal.ask', { count })}
        submit={t(isAgain ? 'accessReviews.removal.retry' : 'accessReviews.removal.submit', { count })}
        change={() => ({
          method: 'post',
          path: 'access-reviews/{reviewId}/removal',
          params: { reviewId: id },
          success: t('accessReviews.removal.started'),
          failure: t('accessReviews.removal.failed'),
        })}
        onClosed={onClosed}
      >
        {isAgain && <p className="dialog-text">{t('accessReviews.removal.retryFollows')}</p>}
        <ul className="review-follows">
          {(['role', 'member', 'refused', 'goesOn'] as const).map((what) => (
            <li key={what}>{t(`accessReviews.removal.follows.${what}`)}</li>
          ))}
        </ul>
      </ChangeDialog>
    </VisitReasonContext>
  );
}
