import type { ReceivedInvitation } from '@org-portal/contract';
import { useList, type HttpError } from '@refinedev/core';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { ReceivedInvitationItem } from './ReceivedInvitationItem.tsx';

/** The pending invitations for the person's own address. */
export function ReceivedInvitations() {
  const { t } = useTranslation();
  const { result, query } = useList<ReceivedInvitation, HttpError>({
    resource: 'received-invitations',
    pagination: { mode: 'off' },
    errorNotification: false,
  });
  if (query.error) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />;
  if (!query.data) return <Skeleton active paragraph={{ rows: 2 }} />;
  if (result.data.length === 0) return <p>{t('welcome.noInvitations')}</p>;
  return (
    <section aria-label={t('welcome.invitations')}>
      <h2>{t('welcome.invitations')}</h2>
      <ul className="record-cards">
        {result.data.map((invitation) => (
          <ReceivedInvitationItem key={invitation.id} invitation={invitation} />
        ))}
      </ul>
    </section>
  );
}
