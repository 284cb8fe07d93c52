import { PERSON_FIELDS, PERSON_MATCHES, type FoundPerson } from '@org-portal/contract';
import { Checkbox, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RecordListState } from '../../list/use-record-list.ts';
import { SearchBox } from '../../ui/SearchBox.tsx';

/** What is looked for, where, and how closely it has to fit. */
export function PeopleFilters({ list }: { list: RecordListState<FoundPerson> }) {
  const { t } = useTranslation();
  const field = PERSON_FIELDS.find((one) => one === list.filterValue('field')) ?? 'any';
  const match = PERSON_MATCHES.find((one) => one === list.filterValue('match')) ?? 'contains';
  return (
    <div className="list-toolbar" role="search">
      <SearchBox
        label={t(`people.searchBy.${field}`)}
        value={list.filterValue('q')}
        onSearch={(q) => list.setFilter('q', q)}
      />
      <Select
        className="list-toolbar-filter"
        aria-label={t('people.fieldFilter')}
        popupMatchSelectWidth={false}
        value={field}
        options={PERSON_FIELDS.map((value) => ({ value, label: t(`people.fields.${value}`) }))}
        onChange={(next) => list.setFilter('field', next === 'any' ? undefined : next)}
      />
      <Select
        className="list-toolbar-filter"
        aria-label={t('people.matchFilter')}
        popupMatchSelectWidth={false}
        value={match}
        options={PERSON_MATCHES.map((value) => ({ value, label: t(`people.matches.${value}`) }))}
        onChange={(next) => list.setFilter('match', next === 'contains' ? undefined : next)}
      />
      <Checkbox
        checked={list.filterValue('sensitive') === 'true'}
        onChange={({ target }) => list.setFilter('sensitive', target.checked ? 'true' : undefined)}
      >
        {t('people.sensitive')}
      </Checkbox>
    </div>
  );
}
