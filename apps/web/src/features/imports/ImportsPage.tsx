import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useListMount } from '../../list/list-mount.ts';
import { useOrganization } from '../../organization/organization-context.ts';
import { organizationPath } from '../../organization/organization-path.ts';
import { Permitted } from '../../organization/Permitted.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { ImportList } from './ImportList.tsx';
import './imports.css';

/** The lists of people that were imported, newest first. */
export default function ImportsPage() {
  const { t } = useTranslation();
  const { id } = useOrganization();
  const mount = useListMount();
  return (
    <Permitted resource="imports">
      <Screen
        title={t('imports.title')}
        action={<Link to={organizationPath(id, 'invitations')}>{t('imports.toInvitations')}</Link>}
      >
        <ImportList key={mount} />
      </Screen>
    </Permitted>
  );
}
