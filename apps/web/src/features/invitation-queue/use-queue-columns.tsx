import { IdcardOutlined } from '@ant-design/icons';
import type { QueuedInvitation, QueueKind } from '@org-portal/contract';
import { Tooltip } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { addressPath, invitationPath, organizationPath } from '../../organization/organization-path.ts';
import { RoleTags } from '../../permissions/RoleTags.tsx';
import { problemCodeWords } from '../../problems/problem-words.ts';
import { ActionButton } from '../../ui/ActionButton.tsx';
import { CutText } from '../../ui/CutText.tsx';
import type { RecordColumn } from '../../ui/record-column.ts';
import { RelativeTime } from '../../ui/RelativeTime.tsx';
import { QueuedExpiry } from './QueuedExpiry.tsx';

interface QueueActions {
  renew: (one: QueuedInvitation) => void;
  /** Of what was not even created, where it is known until when it was to be valid. */
  inviteAgain: (one: QueuedInvitation & { expiresAt: string }) => void;
}

/** @param actions absent for those who only look */
export function useQueueColumns(
  kind: QueueKind,
  actions: QueueActions | undefined,
): RecordColumn<QueuedInvitation>[] {
  const { t } = useTranslation();
  const verb = kind === 'failed' ? 'resend' : 'renew';
  const last: RecordColumn<QueuedInvitation> =
    kind === 'failed'
      ? {
          key: 'problem',
          title: t('invitationQueue.problem'),
          width: '24%',
          render: ({ problem, invitationId }) => (
            <>
              {problem && problemCodeWords(problem, t)}{' '}
              {invitationId === null && <span className="muted">{t('invitationQueue.notCreated')}</span>}
            </>
          ),
        }
      : {
          key: 'expiry',
          title: t('invitationQueue.expiry'),
          width: 158,
          render: (one) => <QueuedExpiry queued={one} />,
        };
  const columns: RecordColumn<QueuedInvitation>[] = [
    {
      key: 'invitee',
      kind: 'heading',
      title: t('invitationQueue.address'),
      width: '23%',
      render: ({ invitee, invitationId, organization }) => (
        <span className="queued-address">
          <Link
            to={
              invitationId
                ? invitationPath(organization.id, invitationId)
                : organizationPath(organization.id, 'invitations')
            }
          >
            <CutText>{invitee}</CutText>
          </Link>
          <Tooltip title={t('staff.card')}>
            <Link
              className="queued-card"
              to={addressPath(invitee)}
              aria-label={t('invitationQueue.cardOf', { address: invitee })}
            >
              <IdcardOutlined />
            </Link>
          </Tooltip>
        </span>
      ),
    },
    {
      key: 'organization',
      title: t('invitationQueue.organization'),
      width: '18%',
      render: ({ organization }) => (
        <Link to={organizationPath(organization.id, 'invitations')}>
          <CutText>{organization.name ?? organization.id}</CutText>
        </Link>
      ),
    },
    { key: 'roles', title: t('invitationQueue.roles'), render: ({ roles }) => <RoleTags roles={roles} /> },
    {
      key: 'inviter',
      title: t('invitationQueue.inviter'),
      width: '13%',
      render: ({ inviter }) =>
        inviter ? (
          <CutText>{inviter.name ?? inviter.id}</CutText>
        ) : (
          <span className="muted">{t('invitationQueue.inviterUnknown')}</span>
        ),
    },
    {
      key: 'time',
      title: t(kind === 'failed' ? 'invitationQueue.failedAt' : 'invitationQueue.sent'),
      width: 112,
      render: ({ time }) => <RelativeTime instant={time} />,
    },
    last,
  ];
  if (!actions) return columns;
  const actionOn = (one: QueuedInvitation) => {
    const { invitationId, expiresAt } = one;
    if (invitationId !== null) return () => actions.renew(one);
    return expiresAt === null ? undefined : () => actions.inviteAgain({ ...one, expiresAt });
  };
  return [
    ...columns,
    {
      key: 'actions',
      kind: 'actions',
      title: t('list.actions'),
      width: 100,
      render: (one) => {
        const onClick = actionOn(one);
        const organization = one.organization.name ?? one.organization.id;
        return (
          onClick && (
            <span className="row-actions">
              <ActionButton
                disabledReason={one.refusal ? problemCodeWords(one.refusal, t) : undefined}
                label={t(`invitationQueue.${verb}Of`, { address: one.invitee, organization })}
                onClick={onClick}
              >
                {t(`invitationQueue.${verb}`)}
              </ActionButton>
            </span>
          )
        );
      },
    },
  ];
}
