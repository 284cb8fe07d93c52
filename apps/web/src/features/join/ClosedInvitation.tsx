import {
  CheckCircleOutlined,
  ClockCircleOutlined,
  CloseCircleOutlined,
  StopOutlined,
  UserSwitchOutlined,
} from '@ant-design/icons';
import type { JoinState, JoinView } from '@org-portal/contract';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { organizationPath } from '../../organization/organization-path.ts';
import { StateMessage } from '../../ui/StateMessage.tsx';
import { AskForAnother } from './AskForAnother.tsx';
import { SignInForm } from './SignInForm.tsx';

const ICONS: Record<Exclude<JoinState, 'pending'>, ReactNode> = {
  expired: <ClockCircleOutlined />,
  revoked: <StopOutlined />,
  declined: <CloseCircleOutlined />,
  accepted: <CheckCircleOutlined />,
  other_person: <UserSwitchOutlined />,
};

interface ClosedInvitationProps {
  token: string;
  view: JoinView;
  state: Exclude<JoinState, 'pending'>;
  onAnswered: () => void;
}

/** Why an invitation cannot be accepted here, and what can be done instead. */
export function ClosedInvitation({ token, view, state, onAnswered }: ClosedInvitationProps) {
  const { t } = useTranslation();
  const { organization, inviterName, invitee, signedInAs } = view;
  const words = {
    organization: organization?.name ?? '',
    inviter: inviterName ?? t('join.theInviter'),
    invitee,
    person: signedInAs ?? '',
  };
  const actions: Record<typeof state, ReactNode> = {
    expired: <AskForAnother token={token} view={view} onAnswered={onAnswered} />,
    revoked: undefined,
    declined: undefined,
    accepted: signedInAs ? (
      <Button type="primary" href={organizationPath(organization?.id ?? '')}>
        {t('join.goTo', words)}
      </Button>
    ) : (
      <SignInForm token={token} words={t('join.signIn')} />
    ),
    other_person: <SignInForm token={token} words={t('join.switchAccount')} />,
  };
  return (
    <StateMessage isPage icon={ICONS[state]} title={t(`join.${state}.title`, words)} actions={actions[state]}>
      <p>{t(`join.${state}.hint`, words)}</p>
    </StateMessage>
  );
}
