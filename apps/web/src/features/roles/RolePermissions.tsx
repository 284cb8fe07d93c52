import { CheckOutlined } from '@ant-design/icons';
import type { OrganizationRole } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { permissionWords } from '../../permissions/permission-words.ts';
import { groupScopes } from './role-permissions.ts';

/** What a role allows, in plain words; what it allows in the product apart from what it allows in the portal. */
export function RolePermissions({ role }: { role: OrganizationRole }) {
  const { t } = useTranslation();
  const { portal, product } = groupScopes(role);
  if (role.scopes.length === 0) return <span className="muted">{t('roles.allowsNothing')}</span>;
  const groups = [
    { title: t('roles.inPortal'), scopes: portal },
    { title: t('roles.inProduct'), scopes: product },
  ].filter(({ scopes }) => scopes.length > 0);
  return groups.map(({ title, scopes }) => (
    <section key={title} className="role-permissions">
      {product.length > 0 && <h2>{title}</h2>}
      <ul aria-label={title}>
        {scopes.map(({ id, name, description }) => (
          <li key={id}>
            <CheckOutlined aria-hidden />
            <span>{permissionWords(name, t, description)}</span>
          </li>
        ))}
      </ul>
    </section>
  ));
}
