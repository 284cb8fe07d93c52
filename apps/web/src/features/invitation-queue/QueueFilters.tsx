import { containsText, type QueuedInvitation } from '@org-portal/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceFilter } from '../../filters/ChoiceFilter.tsx';
import { OrganizationFilter } from '../../filters/OrganizationFilter.tsx';
import { SearchFilter } from '../../filters/SearchFilter.tsx';
import type { RecordListState } from '../../list/use-record-list.ts';
import { SearchBox } from '../../ui/SearchBox.tsx';

/** Days. */
const AGES = [7, 30, 90];

/** Where, by whom, to whom, how long ago. Inviters are those on the screen, or somebody by id. */
export function QueueFilters({ list }: { list: RecordListState<QueuedInvitation> }) {
  const { t } = useTranslation();
  const [text, setText] = useState('');
  const shown = list.items ?? [];
  const people = new Map(
    shown.flatMap(({ inviter }) => (inviter ? [[inviter.id, inviter.name ?? inviter.id]] : [])),
  );
  const found = [...people].filter((words) => containsText(words, text));
  const isId = /^[A-Za-z0-9_-]{6,64}$/.test(text.trim());
  const options = found.length === 0 && isId ? [[text.trim(), text.trim()] as const] : found;
  return (
    <div className="list-toolbar" role="search">
      <SearchBox
        label={t('invitationQueue.search')}
        value={list.filterValue('q')}
        onSearch={(q) => list.setFilter('q', q)}
      />
      <OrganizationFilter
        value={list.filterValue('organization')}
        onScreen={shown.map(({ organization }) => organization)}
        onChange={(id) => list.setFilter('organization', id)}
      />
      <SearchFilter
        label={t('invitationQueue.inviterFilter')}
        all={t('invitationQueue.allInviters')}
        value={list.filterValue('inviter')}
        name={people.get(list.filterValue('inviter'))}
        options={options.map(([value, name]) => ({ value: value ?? '', name: name ?? '' }))}
        isLoading={false}
        onSearch={setText}
        onOpen={() => undefined}
        onChange={(id) => list.setFilter('inviter', id)}
      />
      <ChoiceFilter
        label={t('invitationQueue.ageFilter')}
        all={t('invitationQueue.anyAge')}
        options={AGES.map((days) => ({
          value: String(days),
          label: t('invitationQueue.olderThan', { count: days }),
        }))}
        value={list.filterValue('olderThan')}
        onChange={(days) => list.setFilter('olderThan', days)}
      />
      {list.isFiltered && (
        <Button type="text" onClick={list.clearFilters}>
          {t('states.clearFilters')}
        </Button>
      )}
    </div>
  );
}
