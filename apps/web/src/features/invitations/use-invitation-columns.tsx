import type { Invitation } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { useOrganization } from '../../organization/organization-context.ts';
import { invitationPath } from '../../organization/organization-path.ts';
import { RoleTags } from '../../permissions/RoleTags.tsx';
import { CutText } from '../../ui/CutText.tsx';
import type { RecordColumn } from '../../ui/record-column.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { InvitationExpiry } from '../../invitation/InvitationExpiry.tsx';
import { InvitationRowActions } from './InvitationRowActions.tsx';
import { InvitationStatusMark } from '../../invitation/InvitationStatusMark.tsx';
import { Inviter } from './Inviter.tsx';
import type { InvitationActions } from './use-invitation-actions.ts';

export function useInvitationColumns(actions: InvitationActions): RecordColumn<Invitation>[] {
  const { t } = useTranslation();
  const { id: organizationId } = useOrganization();
  const { search } = useLocation();
  const columns: RecordColumn<Invitation>[] = [
    {
      key: 'invitee',
      kind: 'heading',
      title: t('invitations.address'),
      width: '24%',
      render: ({ id, invitee }) => (
        <Link to={invitationPath(organizationId, id) + search}>
          <CutText>{invitee}</CutText>
        </Link>
      ),
    },
    {
      key: 'status',
      title: t('invitations.status'),
      width: 104,
      render: (invitation) => <InvitationStatusMark invitation={invitation} />,
    },
    { key: 'roles', title: t('invitations.roles'), render: ({ roles }) => <RoleTags roles={roles} /> },
    {
      key: 'inviter',
      title: t('invitations.inviter'),
      width: '13%',
      render: ({ inviter }) => <Inviter inviter={inviter} />,
    },
    {
      key: 'sent',
      title: t('invitations.sent'),
      width: 112,
      render: ({ createdAt }) => <RelativeTime instant={createdAt} />,
    },
    {
      key: 'expiry',
      title: t('invitations.expiry'),
      width: 158,
      render: (invitation) => <InvitationExpiry invitation={invitation} />,
    },
  ];
  if (!actions.mayAny) return columns;
  return [
    ...columns,
    {
      key: 'actions',
      kind: 'actions',
      title: t('list.actions'),
      width: 116,
      render: (invitation) => <InvitationRowActions invitation={invitation} actions={actions} />,
    },
  ];
}
