import { CheckCircleOutlined, PauseCircleOutlined, StopOutlined, SyncOutlined } from '@ant-design/icons';
import type { ImportStatus } from '@org-portal/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusMark, type StatusColor } from '../../ui/StatusMark.tsx';

const LOOKS: Record<ImportStatus, { icon: ReactNode; color: StatusColor }> = {
  Running: { icon: <SyncOutlined />, color: 'info' },
  Paused: { icon: <PauseCircleOutlined />, color: 'warning' },
  Finished: { icon: <CheckCircleOutlined />, color: 'success' },
  Cancelled: { icon: <StopOutlined />, color: 'neutral' },
};

export function ImportStatusMark({ status }: { status: ImportStatus }) {
  const { t } = useTranslation();
  return <StatusMark {...LOOKS[status]}>{t(`imports.statuses.${status}`)}</StatusMark>;
}
