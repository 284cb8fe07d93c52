import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  FieldTimeOutlined,
  MinusCircleOutlined,
} from '@ant-design/icons';
import type { Invitation, InvitationState } from '@org-portal/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusMark, type StatusColor } from '../ui/StatusMark.tsx';

const LOOKS: Record<InvitationState, { icon: ReactNode; color: StatusColor }> = {
  Pending: { icon: <ClockCircleOutlined />, color: 'info' },
  Accepted: { icon: <CheckCircleOutlined />, color: 'success' },
  Expired: { icon: <FieldTimeOutlined />, color: 'warning' },
  Revoked: { icon: <MinusCircleOutlined />, color: 'neutral' },
  Declined: { icon: <CloseCircleOutlined />, color: 'error' },
};

export function InvitationStatusMark({ invitation }: { invitation: Invitation }) {
  const { t } = useTranslation();
  const state = invitation.declined ? 'Declined' : invitation.status;
  return <StatusMark {...LOOKS[state]}>{t(`invitations.statuses.${state}`)}</StatusMark>;
}
