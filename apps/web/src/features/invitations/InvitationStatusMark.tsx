import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  FieldTimeOutlined,
  MinusCircleOutlined,
} from '@ant-design/icons';
import type { InvitationStatus } from '@org-portal/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusMark, type StatusColor } from '../../ui/StatusMark.tsx';

const LOOKS: Record<InvitationStatus, { icon: ReactNode; color: StatusColor }> = {
  Pending: { icon: <ClockCircleOutlined />, color: 'info' },
  Accepted: { icon: <CheckCircleOutlined />, color: 'success' },
  Expired: { icon: <FieldTimeOutlined />, color: 'warning' },
  Revoked: { icon: <MinusCircleOutlined />, color: 'neutral' },
};

export function InvitationStatusMark({ status }: { status: InvitationStatus }) {
  const { t } = useTranslation();
  return <StatusMark {...LOOKS[status]}>{t(`invitations.statuses.${status}`)}</StatusMark>;
}
