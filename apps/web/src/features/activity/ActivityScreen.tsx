import { lazy } from 'react';
import { useParams } from 'react-router';
import { useListMount } from '../../list/list-mount.ts';
import { Screen } from '../../ui/Screen.tsx';
import { ActivityList } from './ActivityList.tsx';
import './activity.css';
import { ExportMenu } from './ExportMenu.tsx';
import { Opening } from '../../ui/dialog/Opening.tsx';

const EntryDrawer = lazy(() => import('./entry/EntryDrawer.tsx'));

/** What was changed through the portal; one entry in a drawer where the address names it. */
export function ActivityScreen({ title }: { title: string }) {
  const { entryId } = useParams();
  const mount = useListMount();
  return (
    <>
      <Screen title={title} action={<ExportMenu />}>
        <ActivityList key={mount} />
      </Screen>
      <Opening>{entryId && <EntryDrawer key={entryId} entryId={entryId} />}</Opening>
    </>
  );
}
