import { Skeleton } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import { ErrorState } from '../../../ui/ErrorState.tsx';
import { useActivityScope } from '../activity-scope.ts';
import { EntryDetails } from './EntryDetails.tsx';
import { useEntryQuery } from './entry-query.ts';
import { SidePanel } from '../../../ui/dialog/SidePanel.tsx';

/** Details of one entry, over the list. Closing leads back to the list as it was. */
export default function EntryDrawer({ entryId }: { entryId: string }) {
  const { t } = useTranslation();
  const { path } = useActivityScope();
  const { search } = useLocation();
  const navigate = useNavigate();
  const [isOpen, setOpen] = useState(true);
  const { result: entry, query } = useEntryQuery(entryId);
  return (
    <SidePanel
      open={isOpen}
      size="min(480px, 100vw)"
      title={entry ? t(`activity.actions.${entry.action}`) : t('activity.details')}
      closable={{ 'aria-label': t('changes.close') }}
      onClose={() => setOpen(false)}
      afterOpenChange={(open) => {
        if (!open) void navigate(path + search);
      }}
    >
      {entry ? (
        <EntryDetails entry={entry} />
      ) : query.error ? (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      ) : (
        <Skeleton active paragraph={{ rows: 9 }} />
      )}
    </SidePanel>
  );
}
