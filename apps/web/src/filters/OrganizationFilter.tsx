import type { Organization } from '@org-portal/contract';
import { useList, type HttpError } from '@refinedev/core';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { listFilter } from '../list/list-address.ts';
import { useOrganizationQuery } from '../organization/organization-query.ts';
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
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const known = onScreen.find((organization) => organization?.id === value);
  const { result: chosen } = useOrganizationQuery(known ? '' : value);
  const { result, query } = useList<Organization, HttpError>({
    resource: 'organizations',
    filters: q ? [listFilter('q', q)] : [],
    pagination: { pageSize: 20 },
    errorNotification: false,
    queryOptions: { enabled: wasOpened },
  });
  return (
    <SearchFilter
      label={t('activity.organizationFilter')}
      all={t('app.allOrganizations')}
      value={value}
      name={known?.name ?? chosen?.name}
      options={result.data.map(({ id, name }) => ({ value: id, name }))}
      isLoading={query.isFetching}
      onSearch={setText}
      onOpen={() => setOpened(true)}
      onChange={onChange}
    />
  );
}
