import { useTranslation } from 'react-i18next';
import { useListMount } from '../../list/list-mount.ts';
import { NothingRead } from '../../snapshots/NothingRead.tsx';
import { SnapshotBar } from '../../snapshots/SnapshotBar.tsx';
import { useLatestSnapshot } from '../../snapshots/use-latest-snapshot.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { OrganizationList } from './OrganizationList.tsx';

/** The organizations, with how many members and admins they had when they were read last. */
export default function SnapshotOrganizationsPage() {
  const { t } = useTranslation();
  const mount = useListMount();
  const latest = useLatestSnapshot();
  return (
    <Screen title={t('snapshotOrganizations.title')}>
      <SnapshotBar latest={latest} />
      {latest.error && !latest.snapshot ? (
        <ErrorState error={latest.error} onRetry={latest.reload} />
      ) : latest.isMissing && !latest.snapshot ? (
        <NothingRead />
      ) : (
        <OrganizationList key={mount} />
      )}
    </Screen>
  );
}
