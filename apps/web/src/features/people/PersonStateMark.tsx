import { CheckCircleOutlined, MailOutlined, StopOutlined } from '@ant-design/icons';
import type { PersonState } from '@org-portal/contract';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { StatusMark, type StatusColor } from '../../ui/StatusMark.tsx';

const LOOKS: Record<PersonState, { icon: ReactNode; color: StatusColor }> = {
  active: { icon: <CheckCircleOutlined />, color: 'success' },
  suspended: { icon: <StopOutlined />, color: 'error' },
  no_account: { icon: <MailOutlined />, color: 'info' },
  not_member: { icon: <MailOutlined />, color: 'info' },
};

export function PersonStateMark({ state }: { state: PersonState }) {
  const { t } = useTranslation();
  return <StatusMark {...LOOKS[state]}>{t(`people.states.${state}`)}</StatusMark>;
}
