import type { InviterCount } from '@org-portal/contract';
import { useList, type HttpError } from '@refinedev/core';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SearchFilter } from '../../filters/SearchFilter.tsx';
import { listFilter } from '../../list/list-address.ts';
import { useOrganization } from '../../organization/organization-context.ts';

interface InviterFilterProps {
  /** Id; empty: everybody. */
  value: string;
  onChange: (id: string | undefined) => void;
}

/** Who has sent invitations is asked for once it is opened, or when somebody is chosen, for their name. */
export function InviterFilter({ value, onChange }: InviterFilterProps) {
  const { t } = useTranslation();
  const { id: organizationId } = useOrganization();
  const [wasOpened, setOpened] = useState(false);
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const { result, query } = useList<InviterCount, HttpError>({
    resource: 'inviters',
    meta: { organizationId },
    filters: q ? [listFilter('q', q)] : [],
    pagination: { pageSize: 50 },
    errorNotification: false,
    queryOptions: { enabled: wasOpened || value !== '' },
  });
  return (
    <SearchFilter
      label={t('following.inviterFilter')}
      all={t('following.allInviters')}
      value={value}
      name={result.data.find(({ id }) => id === value)?.name ?? undefined}
      options={result.data.map(({ id, name, count }) => ({
        value: id,
        name: name ?? id,
        detail: t('following.sentCount', { count }),
      }))}
      isLoading={query.isFetching}
      onSearch={setText}
      onOpen={() => setOpened(true)}
      onChange={onChange}
    />
  );
}
