import type { ReactNode } from 'react';
import { ErrorState } from '../ui/ErrorState.tsx';
import { Screen } from '../ui/Screen.tsx';
import { NothingRead } from './NothingRead.tsx';
import { SnapshotBar } from './SnapshotBar.tsx';
import { useLatestSnapshot } from './use-latest-snapshot.ts';

/** A page of what was read last of all organizations: its age, and the list, or why there is none. */
export function SnapshotScreen({ title, children }: { title: string; children: ReactNode }) {
  const latest = useLatestSnapshot();
  const { snapshot, isMissing, error, reload } = latest;
  return (
    <Screen title={title}>
      <SnapshotBar latest={latest} />
      {error && !snapshot ? (
        <ErrorState error={error} onRetry={reload} />
      ) : isMissing && !snapshot ? (
        <NothingRead />
      ) : (
        children
      )}
    </Screen>
  );
}
