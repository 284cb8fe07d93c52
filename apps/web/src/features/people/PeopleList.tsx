import type { FoundPerson } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { IndexAge } from '../../invitation-index/IndexAge.tsx';
import { useRecordList } from '../../list/use-record-list.ts';
import { RecordList } from '../../ui/RecordList.tsx';
import { NobodySought } from './NobodySought.tsx';
import { NotSearchable } from './NotSearchable.tsx';
import { PeopleFilters } from './PeopleFilters.tsx';
import { usePeopleColumns } from './use-people-columns.tsx';

export function PeopleList() {
  const { t } = useTranslation();
  const list = useRecordList<FoundPerson>('people', undefined, {}, { needsSearch: true });
  const columns = usePeopleColumns();
  const isSought = list.filterValue('q') !== '';
  return (
    <>
      <PeopleFilters list={list} />
      {!isSought ? (
        <NobodySought />
      ) : list.error?.statusCode === 422 ? (
        <NotSearchable isPhone={list.filterValue('field') === 'phone'} onClear={list.clearFilters} />
      ) : (
        <>
          <IndexAge />
          <RecordList list={list} label={t('people.found')} columns={columns} empty={<NobodySought />} />
        </>
      )}
    </>
  );
}
