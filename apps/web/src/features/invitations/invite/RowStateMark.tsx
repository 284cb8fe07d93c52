import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  CopyOutlined,
  ExclamationCircleOutlined,
  UserOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusMark, type StatusColor } from '../../../ui/StatusMark.tsx';
import type { RowState } from './draft/draft-row.ts';

const LOOKS: Record<RowState, { icon: ReactNode; color: StatusColor }> = {
  ready: { icon: <CheckCircleOutlined />, color: 'success' },
  member: { icon: <UserOutlined />, color: 'info' },
  pending: { icon: <ClockCircleOutlined />, color: 'info' },
  repeated: { icon: <CopyOutlined />, color: 'neutral' },
  invalid: { icon: <CloseCircleOutlined />, color: 'error' },
  role: { icon: <ExclamationCircleOutlined />, color: 'error' },
  expiry: { icon: <ExclamationCircleOutlined />, color: 'error' },
  organization: { icon: <ExclamationCircleOutlined />, color: 'error' },
  over: { icon: <ExclamationCircleOutlined />, color: 'warning' },
};

/** What would come of a row. */
export function RowStateMark({ state }: { state: RowState }) {
  const { t } = useTranslation();
  return <StatusMark {...LOOKS[state]}>{t(`invite.states.${state}`)}</StatusMark>;
}
