import type { AccessReviewLine } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../../ui/ActionButton.tsx';
import { useLineName } from '../use-line-name.ts';

export type LineAction = 'keep' | 'remove' | 'note' | 'takeBack';

interface LineActionsProps {
  line: AccessReviewLine;
  onAction: (action: LineAction) => void;
}

/** What somebody who reviews does with a line. */
export function LineActions({ line, onAction }: LineActionsProps) {
  const { t } = useTranslation();
  const name = useLineName()(line);
  return (
    <span className="row-actions">
      {line.decision !== 'keep' && (
        <ActionButton label={t('accessReviews.keepOf', { line: name })} onClick={() => onAction('keep')}>
          {t('accessReviews.keep')}
        </ActionButton>
      )}
      {line.decision !== 'remove' && (
        <ActionButton
          isDangerous
          label={t('accessReviews.removeOf', { line: name })}
          onClick={() => onAction('remove')}
        >
          {t('accessReviews.remove')}
        </ActionButton>
      )}
      {line.decision !== null && (
        <ActionButton
          label={t('accessReviews.takeBackOf', { line: name })}
          onClick={() => onAction('takeBack')}
        >
          {t('accessReviews.takeBack')}
        </ActionButton>
      )}
    </span>
  );
}
