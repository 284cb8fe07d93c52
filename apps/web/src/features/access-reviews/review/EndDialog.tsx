import type { AccessReview } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { ChangeDialog } from '../../../changes/ChangeDialog.tsx';

export type End = 'close' | 'cancel';

interface EndDialogProps {
  end: End;
  review: AccessReview;
  onClosed: () => void;
}

/** Asks before a review is closed or given up, and says what follows. */
export function EndDialog({ end, review, onClosed }: EndDialogProps) {
  const { t } = useTranslation();
  const { id, name, lines, status } = review;
  const change = {
    method: 'post',
    path: `access-reviews/{reviewId}/${end}`,
    params: { reviewId: id },
  } as const;
  if (end === 'cancel')
    return (
      <ChangeDialog
        isDangerous
        needsReason={false}
        title={t('accessReviews.giveUpTitle', { name })}
        submit={t('accessReviews.giveUpSubmit')}
        dismiss={t('accessReviews.giveUpDismiss')}
        change={() => ({
          ...change,
          success: t('accessReviews.givenUp'),
          failure: t('accessReviews.giveUpFailed'),
        })}
        onClosed={onClosed}
      >
        <p className="dialog-text">
          {t(status === 'Preparing' ? 'accessReviews.giveUpPreparing' : 'accessReviews.giveUpOpen')}
        </p>
      </ChangeDialog>
    );
  return (
    <ChangeDialog
      needsReason={false}
      title={t('accessReviews.closeTitle', { name })}
      submit={t('accessReviews.close')}
      change={() => ({
        ...change,
        success: t('accessReviews.closed'),
        failure: t('accessReviews.closeFailed'),
      })}
      onClosed={onClosed}
    >
      <p className="dialog-text">{t('accessReviews.closeFollows', { ...lines })}</p>
      {lines.undecided > 0 && (
        <p className="dialog-text">
          <strong>{t('accessReviews.closeUndecided', { count: lines.undecided })}</strong>
        </p>
      )}
      <p className="dialog-text">{t('accessReviews.closeRemoval')}</p>
    </ChangeDialog>
  );
}
