import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRolesQuery } from './roles-query.ts';

interface RoleFilterProps {
  /** Id of the role; empty: all. */
  value: string;
  onChange: (roleId: string | undefined) => void;
}

/** Which roles there are is asked for once it is opened, or when one is chosen, for its name. */
export function RoleFilter({ value, onChange }: RoleFilterProps) {
  const { t } = useTranslation();
  const [wasOpened, setOpened] = useState(false);
  const { result, query } = useRolesQuery(wasOpened || value !== '');
  return (
    <Select
      className="list-toolbar-filter"
      aria-label={t('members.roleFilter')}
      allowClear
      placeholder={t('members.allRoles')}
      value={value && query.data ? value : null}
      options={result.data.map(({ id, name }) => ({ value: id, label: name, title: name }))}
      loading={query.isFetching}
      popupMatchSelectWidth={false}
      onOpenChange={() => setOpened(true)}
      onChange={(roleId) => onChange(roleId ?? undefined)}
    />
  );
}
