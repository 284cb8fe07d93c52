import { useTranslation } from 'react-i18next';
import { useListMount } from '../../list/list-mount.ts';
import { SnapshotScreen } from '../../snapshots/SnapshotScreen.tsx';
import { OrganizationList } from './OrganizationList.tsx';

/** The organizations, with how many members and admins they had when they were read last. */
export default function SnapshotOrganizationsPage() {
  const { t } = useTranslation();
  const mount = useListMount();
  return (
    <SnapshotScreen title={t('snapshotOrganizations.title')}>
      <OrganizationList key={mount} />
    </SnapshotScreen>
  );
}
