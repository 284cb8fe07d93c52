import { useTranslation } from 'react-i18next';
import { useListMount } from '../../list/list-mount.ts';
import { SnapshotScreen } from '../../snapshots/SnapshotScreen.tsx';
import { MembershipList } from './MembershipList.tsx';
import './memberships.css';

/** Who belonged where with which roles, when all organizations were read last. */
export default function MembershipsPage() {
  const { t } = useTranslation();
  const mount = useListMount();
  return (
    <SnapshotScreen title={t('memberships.title')}>
      <MembershipList key={mount} />
    </SnapshotScreen>
  );
}
