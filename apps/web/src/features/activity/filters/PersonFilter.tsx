import type { ActivityEntry, Member } from '@org-portal/contract';
import { useList, useOne, type HttpError } from '@refinedev/core';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { personName } from '../../../format/person-name.ts';
import { listFilter } from '../../../list/list-address.ts';
import { useActivityScope } from '../activity-scope.ts';
import { personOptions } from './person-options.ts';
import { SearchFilter } from '../../../filters/SearchFilter.tsx';

interface PersonFilterProps {
  /** Id; empty: everybody. */
  value: string;
  /** Whose actors are offered before anything is typed. */
  entries: readonly ActivityEntry[];
  onChange: (id: string | undefined) => void;
}

/** Who did it: somebody on the screen, a member, or by id. Who is a member is asked for once it is opened. */
export function PersonFilter({ value, entries, onChange }: PersonFilterProps) {
  const { t } = useTranslation();
  const { organizationId } = useActivityScope();
  const [wasOpened, setOpened] = useState(false);
  const [text, setText] = useState('');
  const q = useDeferredValue(text.trim());
  const meta = { organizationId };
  const isKnown = value === '' || entries.some(({ actor }) => actor.id === value);
  const { result: members, query } = useList<Member, HttpError>({
    resource: 'members',
    meta,
    filters: q ? [listFilter('q', q)] : [],
    pagination: { pageSize: 20 },
    errorNotification: false,
    queryOptions: { enabled: wasOpened && organizationId !== undefined },
  });
  const { result: chosen } = useOne<Member, HttpError>({
    resource: 'members',
    id: value,
    meta,
    errorNotification: false,
    queryOptions: { enabled: !isKnown && organizationId !== undefined },
  });
  const actor = entries.find((entry) => entry.actor.id === value)?.actor ?? chosen;
  return (
    <SearchFilter
      label={t('activity.personFilter')}
      all={t('activity.everybody')}
      value={value}
      name={actor && personName(actor)}
      options={personOptions(q, entries, members.data)}
      isLoading={query.isFetching}
      onSearch={setText}
      onOpen={() => setOpened(true)}
      onChange={onChange}
    />
  );
}
