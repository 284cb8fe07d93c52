import {
  CheckOutlined,
  CloseCircleOutlined,
  LoadingOutlined,
  QuestionCircleOutlined,
  StopOutlined,
} from '@ant-design/icons';
import type { ActivityOutcome } from '@org-portal/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusMark, type StatusColor } from '../../../ui/StatusMark.tsx';

/** What went as it should is quiet, so that the rest is seen. */
const LOOKS: Record<ActivityOutcome, { icon: ReactNode; color: StatusColor }> = {
  succeeded: { icon: <CheckOutlined />, color: 'neutral' },
  refused: { icon: <StopOutlined />, color: 'warning' },
  failed: { icon: <CloseCircleOutlined />, color: 'error' },
  attempted: { icon: <LoadingOutlined />, color: 'info' },
  unknown: { icon: <QuestionCircleOutlined />, color: 'warning' },
};

export function OutcomeMark({ outcome }: { outcome: ActivityOutcome }) {
  const { t } = useTranslation();
  return <StatusMark {...LOOKS[outcome]}>{t(`activity.outcomes.${outcome}`)}</StatusMark>;
}
