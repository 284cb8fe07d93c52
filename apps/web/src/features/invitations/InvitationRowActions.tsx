import { EllipsisOutlined } from '@ant-design/icons';
import type { Invitation } from '@org-portal/contract';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { needsRenewal } from './renewal.ts';
import type { InvitationAction, InvitationActions } from './use-invitation-actions.ts';

interface InvitationRowActionsProps {
  invitation: Invitation;
  actions: InvitationActions;
}

/** The one that is likely, and the others in a menu; only what can be done with it as it is. */
export function InvitationRowActions({ invitation, actions: { may, start } }: InvitationRowActionsProps) {
  const { t } = useTranslation();
  const [now] = useState(Date.now);
  const { invitee: address, status } = invitation;
  const isPending = status === 'Pending';
  const isOver = needsRenewal(invitation, now);
  const others: { key: Exclude<InvitationAction, 'resend'>; isOffered: boolean; isDangerous?: true }[] = [
    { key: 'renew', isOffered: may.resend && isPending && !isOver },
    { key: 'change', isOffered: may.change && isPending },
    { key: 'link', isOffered: may.link && isPending },
    { key: 'revoke', isOffered: may.revoke && isPending, isDangerous: true },
    { key: 'delete', isOffered: may.delete, isDangerous: true },
  ];
  const offered = others.filter(({ isOffered }) => isOffered);
  return (
    <span className="row-actions">
      {may.resend && (isPending || isOver) && (
        <ActionButton
          label={t(isOver ? 'following.renewOf' : 'invitations.resendTo', { address })}
          onClick={() => start(isOver ? 'renew' : 'resend', invitation)}
        >
          {t(isOver ? 'following.renew' : 'invitations.resend')}
        </ActionButton>
      )}
      {offered.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: offered.map(({ key, isDangerous = false }) => ({
              key,
              danger: isDangerous,
              label: t(`following.menu.${key}`),
            })),
            onClick: ({ key }) => start(key as InvitationAction, invitation),
          }}
        >
          <Button
            type="text"
            size="small"
            icon={<EllipsisOutlined />}
            aria-haspopup="menu"
            aria-label={t('following.moreFor', { address })}
          />
        </Dropdown>
      )}
    </span>
  );
}
