import {
  CloseCircleOutlined,
  LockOutlined,
  StopOutlined,
  SyncOutlined,
  UnlockOutlined,
} from '@ant-design/icons';
import type { ReviewStatus } from '@org-portal/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusMark, type StatusColor } from '../../ui/StatusMark.tsx';

const LOOKS: Record<ReviewStatus, { icon: ReactNode; color: StatusColor }> = {
  Preparing: { icon: <SyncOutlined />, color: 'info' },
  TooLarge: { icon: <CloseCircleOutlined />, color: 'error' },
  Open: { icon: <UnlockOutlined />, color: 'info' },
  Closed: { icon: <LockOutlined />, color: 'success' },
  Cancelled: { icon: <StopOutlined />, color: 'neutral' },
};

export function ReviewStatusMark({ status }: { status: ReviewStatus }) {
  const { t } = useTranslation();
  return <StatusMark {...LOOKS[status]}>{t(`accessReviews.statuses.${status}`)}</StatusMark>;
}
