import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  DisconnectOutlined,
  StopOutlined,
} from '@ant-design/icons';
import type { AccessReviewLine, RemovalState as State } from '@org-portal/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { problemCodeWords } from '../../../problems/problem-words.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { StatusMark, type StatusColor } from '../../../ui/StatusMark.tsx';

const LOOKS: Record<State, { icon: ReactNode; color: StatusColor }> = {
  waiting: { icon: <ClockCircleOutlined />, color: 'neutral' },
  removed: { icon: <CheckCircleOutlined />, color: 'success' },
  gone: { icon: <DisconnectOutlined />, color: 'neutral' },
  refused: { icon: <StopOutlined />, color: 'warning' },
  failed: { icon: <CloseCircleOutlined />, color: 'error' },
};

/** What became of a line that was to be removed, and why. */
export function RemovalState({ removal }: { removal: AccessReviewLine['removal'] }) {
  const { t } = useTranslation();
  if (!removal) return <span className="muted">–</span>;
  const { state, problem, at } = removal;
  return (
    <span className="review-decision">
      <StatusMark {...LOOKS[state]}>{t(`accessReviews.removal.states.${state}`)}</StatusMark>
      {problem && <span>{problemCodeWords(problem.code, t)}</span>}
      {at && (
        <span className="muted">
          <RelativeTime instant={at} />
        </span>
      )}
    </span>
  );
}
