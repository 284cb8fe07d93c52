import type { JoinView } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { permissionWords } from '../../permissions/permission-words.ts';

/** What somebody will be, and what they may do then. */
export function RolesInWords({ roles }: Pick<JoinView, 'roles'>) {
  const { t } = useTranslation();
  if (roles.length === 0) return <p>{t('join.noRoles')}</p>;
  return (
    <ul className="join-roles">
      {roles.map(({ name, description, permissions }) => (
        <li key={name}>
          <strong>{name}</strong>
          {description && <p className="muted">{description}</p>}
          {permissions.length > 0 && (
            <ul>
              {permissions.map((permission) => (
                <li key={permission.name}>{permissionWords(permission.name, t, permission.description)}</li>
              ))}
            </ul>
          )}
        </li>
      ))}
    </ul>
  );
}
