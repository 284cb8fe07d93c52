import { useTranslation } from 'react-i18next';
import { useListMount } from '../../list/list-mount.ts';
import { Permitted } from '../../organization/Permitted.tsx';
import { Screen } from '../../ui/Screen.tsx';
import { RoleList } from './RoleList.tsx';
import './roles.css';

/** The roles that there are; read-only, since they are the same for every organization. */
export default function RolesPage() {
  const { t } = useTranslation();
  const mount = useListMount();
  return (
    <Permitted resource="roles">
      <Screen title={t('roles.title')}>
        <p className="roles-hint">{t('roles.readOnly')}</p>
        <div className="role-list">
          <RoleList key={mount} />
        </div>
      </Screen>
    </Permitted>
  );
}
