import { Skeleton } from 'antd';
import { useSearchParams } from 'react-router';
import { SnapshotBar } from '../../snapshots/SnapshotBar.tsx';
import { useLatestSnapshot } from '../../snapshots/use-latest-snapshot.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { Holders } from './Holders.tsx';

/** Who held what when all organizations were read last, and since when that is. Logto is not needed for it. */
export function HoldersNow({ roleIds }: { roleIds: readonly string[] }) {
  const latest = useLatestSnapshot();
  const { snapshot, error, isLoading, reload } = latest;
  const [address, setAddress] = useSearchParams();
  const choose = (organization: string | undefined) =>
    setAddress((before) => {
      const next = new URLSearchParams(before);
      if (organization) next.set('organization', organization);
      else next.delete('organization');
      return next;
    });
  return (
    <>
      <SnapshotBar latest={latest} />
      {isLoading && <Skeleton active title={false} paragraph={{ rows: 3 }} />}
      {error && !snapshot && <ErrorState error={error} onRetry={reload} />}
      {snapshot && (
        <Holders
          key={snapshot.id}
          snapshotId={snapshot.id}
          roleIds={roleIds}
          organization={address.get('organization') ?? ''}
          onOrganization={choose}
        />
      )}
    </>
  );
}
