import { EllipsisOutlined } from '@ant-design/icons';
import type { Invitation } from '@org-portal/contract';
import { Button, Dropdown } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganization } from '../../organization/organization-context.ts';
import { problemCodeWords } from '../../problems/problem-words.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { isRenewalDue } from '../../invitation/renewal.ts';
import { refusalOf } from './refusal-of.ts';
import type { InvitationAction, InvitationActions } from './use-invitation-actions.ts';
import { serverNow } from '../../clock/server-time.ts';

interface InvitationRowActionsProps {
  invitation: Invitation;
  actions: InvitationActions;
}

/** The one that is likely, and the others in a menu; only what can be done with it as it is. */
export function InvitationRowActions({ invitation, actions: { may, start } }: InvitationRowActionsProps) {
  const { t } = useTranslation();
  const [now] = useState(serverNow);
  const { access } = useOrganization();
  const { invitee: address, status } = invitation;
  const isPending = status === 'Pending';
  const isDue = isRenewalDue(invitation, now);
  const refusalWords = (action: Parameters<typeof refusalOf>[0]) => {
    const refusal = refusalOf(action, invitation, access, now);
    return refusal && problemCodeWords(refusal, t);
  };
  const aboveCeiling = refusalWords('change');
  const others: {
    key: Exclude<InvitationAction, 'resend'>;
    isOffered: boolean;
    isDangerous?: true;
    disabledReason?: string | undefined;
  }[] = [
    {
      key: 'renew',
      isOffered: may.resend && isPending && !isDue,
      disabledReason: refusalWords('renew'),
    },
    { key: 'change', isOffered: may.change && isPending, disabledReason: aboveCeiling },
    { key: 'link', isOffered: may.link && isPending, disabledReason: aboveCeiling },
    { key: 'revoke', isOffered: may.revoke && isPending, isDangerous: true, disabledReason: aboveCeiling },
    { key: 'delete', isOffered: may.delete, isDangerous: true, disabledReason: aboveCeiling },
  ];
  const offered = others.filter(({ isOffered }) => isOffered);
  return (
    <span className="row-actions">
      {may.resend && (isPending || isDue) && (
        <ActionButton
          label={t(isDue ? 'following.renewOf' : 'invitations.resendTo', { address })}
          disabledReason={refusalWords(isDue ? 'renew' : 'resend')}
          onClick={() => start(isDue ? 'renew' : 'resend', invitation)}
        >
          {t(isDue ? 'following.renew' : 'invitations.resend')}
        </ActionButton>
      )}
      {offered.length > 0 && (
        <Dropdown
          trigger={['click']}
          menu={{
            items: offered.map(({ key, isDangerous = false, disabledReason }, nth) => ({
              key,
              danger: isDangerous,
              disabled: disabledReason !== undefined,
              label: (
                <>
                  {t(`following.menu.${key}`)}
                  {disabledReason && disabledReason !== offered[nth - 1]?.disabledReason && (
                    <p className="menu-reason">{disabledReason}</p>
                  )}
                </>
              ),
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
