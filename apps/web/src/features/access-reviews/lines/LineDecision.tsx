import { WarningOutlined } from '@ant-design/icons';
import type { AccessReviewLine } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { DecisionMark } from '../DecisionMark.tsx';
import { useNames } from '../use-names.ts';

interface LineDecisionProps {
  line: AccessReviewLine;
  /** Somebody else decided it while this person was about to. */
  isConflict: boolean;
}

/** What was decided on a line, why, by whom and when. */
export function LineDecision({ line, isConflict }: LineDecisionProps) {
  const { t } = useTranslation();
  const namesOf = useNames();
  const { decision, note, decidedBy, decidedAt } = line;
  const who = decidedBy && namesOf([decidedBy]);
  return (
    <span className="review-decision">
      <DecisionMark decision={decision} />
      {note && (
        <span className="review-line-note" dir="auto">
          {note}
        </span>
      )}
      {who && decidedAt && (
        <span className="muted">
          {who} · <RelativeTime instant={decidedAt} />
        </span>
      )}
      {isConflict && (
        <span className="review-conflict">
          <WarningOutlined aria-hidden />{' '}
          {who ? t('accessReviews.conflict', { who }) : t('accessReviews.conflictTakenBack')}
        </span>
      )}
    </span>
  );
}
