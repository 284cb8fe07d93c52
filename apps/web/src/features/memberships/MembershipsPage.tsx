import { useTranslation } from 'react-i18next';
import { useListMount } from '../../list/list-mount.ts';
import { NothingRead } from '../../snapshots/NothingRead.tsx';
import { SnapshotBar } from '../../snapshots/SnapshotBar.tsx';
import { useLatestSnapshot } from '../../snapshots/use-latest-snapshot.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { MembershipList } from './MembershipList.tsx';
import './memberships.css';

/** Who belonged where with which roles, when all organizations were read last. */
export default function MembershipsPage() {
  const { t } = useTranslation();
  const mount = useListMount();
  const latest = useLatestSnapshot();
  return (
    <Screen title={t('memberships.title')}>
      <SnapshotBar latest={latest} />
      {latest.error && !latest.snapshot ? (
        <ErrorState error={latest.error} onRetry={latest.reload} />
      ) : latest.isMissing && !latest.snapshot ? (
        <NothingRead />
      ) : (
        <MembershipList key={mount} />
      )}
    </Screen>
  );
}
