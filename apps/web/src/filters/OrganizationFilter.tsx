import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useOrganizationQuery } from '../organization/organization-query.ts';
import { useOrganizationSearch } from '../organization/use-organization-search.ts';
import { SearchFilter } from './SearchFilter.tsx';

interface OrganizationFilterProps {
  /** Id; empty: all. */
  value: string;
  /** Those whose names are known already. */
  onScreen: readonly ({ id: string; name: string | null } | null)[];
  onChange: (id: string | undefined) => void;
}

/** Which organization. Which there are is asked for once it is opened. */
export function OrganizationFilter({ value, onScreen, onChange }: OrganizationFilterProps) {
  const { t } = useTranslation();
  const [wasOpened, setOpened] = useState(false);
  const known = onScreen.find((organization) => organization?.id === value);
  const { result: chosen } = useOrganizationQuery(known ? '' : value);
  const { setText, found, query } = useOrganizationSearch(wasOpened);
  return (
    <SearchFilter
      label={t('activity.organizationFilter')}
      all={t('app.allOrganizations')}
      value={value}
      name={known?.name ?? chosen?.name}
      options={found.map(({ id, name }) => ({ value: id, name }))}
      isLoading={query.isFetching}
      onSearch={setText}
      onOpen={() => setOpened(true)}
      onChange={onChange}
    />
  );
}
