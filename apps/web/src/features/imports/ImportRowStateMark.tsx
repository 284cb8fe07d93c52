import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  StopOutlined,
  SyncOutlined,
} from '@ant-design/icons';
import type { ImportRowState, InviteBy } from '@org-portal/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusMark, type StatusColor } from '../../ui/StatusMark.tsx';

const LOOKS: Record<ImportRowState, { icon: ReactNode; color: StatusColor }> = {
  waiting: { icon: <ClockCircleOutlined />, color: 'neutral' },
  sending: { icon: <SyncOutlined />, color: 'info' },
  sent: { icon: <CheckCircleOutlined />, color: 'success' },
  failed: { icon: <CloseCircleOutlined />, color: 'error' },
  cancelled: { icon: <StopOutlined />, color: 'neutral' },
};

/** What became of a row. */
export function ImportRowStateMark({ state, by }: { state: ImportRowState; by: InviteBy }) {
  const { t } = useTranslation();
  const isLink = state === 'sent' && by === 'link';
  return (
    <StatusMark {...LOOKS[state]}>{isLink ? t('imports.linkMade') : t(`imports.states.${state}`)}</StatusMark>
  );
}
