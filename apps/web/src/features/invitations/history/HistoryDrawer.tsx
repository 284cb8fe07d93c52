import type { InvitationHistory } from '@org-portal/contract';
import { useCustom, type HttpError } from '@refinedev/core';
import { Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { useOrganization } from '../../../organization/organization-context.ts';
import { organizationPath } from '../../../organization/organization-path.ts';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { HistoryList } from './HistoryList.tsx';
import { SidePanel } from '../../../ui/dialog/SidePanel.tsx';

/** What happened to one invitation, over the list. Closing leads back to the list as it was. */
export default function HistoryDrawer({ invitationId }: { invitationId: string }) {
  const { t } = useTranslation();
  const { id: organizationId } = useOrganization();
  const { search } = useLocation();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(true);
  const { result, query } = useCustom<InvitationHistory, HttpError>({
    url: 'organizations/{organizationId}/invitations/{invitationId}/history',
    method: 'get',
    meta: { organizationId, invitationId },
    errorNotification: false,
    queryOptions: { placeholderData: () => undefined },
  });
  const history = query.data && (result.data as InvitationHistory);
  return (
    <SidePanel
      open={isOpen}
      size="min(480px, 100vw)"
      title={history ? t('following.historyOf', { address: history.invitee }) : t('following.history')}
      closable={{ 'aria-label': t('changes.close') }}
      onClose={() => setOpen(false)}
      afterOpenChange={(open) => {
        if (!open) void navigate(organizationPath(organizationId, 'invitations') + search);
      }}
    >
      {history ? (
        <HistoryList events={history.events} />
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton active paragraph={{ rows: 6 }} />
      )}
    </SidePanel>
  );
}
