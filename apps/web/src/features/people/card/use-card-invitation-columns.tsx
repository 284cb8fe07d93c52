import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { InvitationExpiry } from '../../../invitation/InvitationExpiry.tsx';
import { InvitationStatusMark } from '../../../invitation/InvitationStatusMark.tsx';
import { invitationPath } from '../../../organization/organization-path.ts';
import { RoleTags } from '../../../permissions/RoleTags.tsx';
import { problemCodeWords } from '../../../problems/problem-words.ts';
import { ActionButton } from '../../../ui/ActionButton.tsx';
import { CutText } from '../../../ui/CutText.tsx';
import type { RecordColumn } from '../../../ui/record-column.ts';
import { RelativeTime } from '../../../ui/RelativeTime.tsx';
import { Missing } from '../Missing.tsx';
import { isAboveCeiling, type CardAction, type CardInvitation } from './invitation-actions.ts';

export function useCardInvitationColumns(
  actionsOf: (one: CardInvitation) => CardAction[],
  onAct: (one: CardInvitation, action: CardAction) => void,
): RecordColumn<CardInvitation & { id: string }>[] {
  const { t } = useTranslation();
  return [
    {
      key: 'organization',
      kind: 'heading',
      title: t('people.organization'),
      width: '22%',
      render: ({ organization, invitation }) => (
        <Link to={invitationPath(organization.id, invitation.id)}>
          <CutText>{organization.name ?? organization.id}</CutText>
        </Link>
      ),
    },
    {
      key: 'status',
      title: t('people.status'),
      width: 110,
      render: ({ invitation }) => <InvitationStatusMark invitation={invitation} />,
    },
    {
      key: 'roles',
      title: t('people.roles'),
      render: ({ invitation }) => <RoleTags roles={invitation.roles} />,
    },
    {
      key: 'inviter',
      title: t('people.inviter'),
      width: '14%',
      render: ({ invitation: { inviter } }) =>
        inviter ? <CutText>{inviter.name ?? inviter.id}</CutText> : <Missing />,
    },
    {
      key: 'sent',
      title: t('people.sent'),
      width: 118,
      render: ({ invitation }) => <RelativeTime instant={invitation.createdAt} />,
    },
    {
      key: 'expiry',
      title: t('people.expiry'),
      width: 158,
      render: ({ invitation }) => <InvitationExpiry invitation={invitation} />,
    },
    {
      key: 'actions',
      kind: 'actions',
      title: t('list.actions'),
      width: 160,
      render: (one) => (
        <span className="row-actions">
          {actionsOf(one).map((action) => (
            <ActionButton
              key={action}
              isDangerous={action === 'revoke'}
              disabledReason={isAboveCeiling(one) ? problemCodeWords('role.above_ceiling', t) : undefined}
              label={t(`people.invitationActions.${action}Of`, {
                organization: one.organization.name ?? one.organization.id,
              })}
              onClick={() => onAct(one, action)}
            >
              {t(`people.invitationActions.${action}`)}
            </ActionButton>
          ))}
        </span>
      ),
    },
  ];
}
