import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';

export function RoleTags({ roles }: { roles: { id: string; name: string }[] }) {
  const { t } = useTranslation();
  if (roles.length === 0) return <span className="muted">{t('roles.none')}</span>;
  return (
    <span className="role-tags">
      {roles.map(({ id, name }) => (
        <Tag key={id} title={name}>
          {name}
        </Tag>
      ))}
    </span>
  );
}
