import { MEMBERSHIP_FLAGS, type SnapshotMembership } from '@org-portal/contract';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { ChoiceFilter } from '../../filters/ChoiceFilter.tsx';
import { OrganizationFilter } from '../../filters/OrganizationFilter.tsx';
import type { RecordListState } from '../../list/use-record-list.ts';
import { RoleFilter } from '../../permissions/RoleFilter.tsx';
import { flagWords } from '../../snapshots/flag-words.ts';
import { SearchBox } from '../../ui/SearchBox.tsx';

/** Who, where, with which role, and what is odd about it. */
export function MembershipFilters({ list }: { list: RecordListState<SnapshotMembership> }) {
  const { t } = useTranslation();
  return (
    <div className="list-toolbar" role="search">
      <SearchBox
        label={t('memberships.search')}
        value={list.filterValue('q')}
        onSearch={(q) => list.setFilter('q', q)}
      />
      <OrganizationFilter
        value={list.filterValue('organization')}
        onScreen={(list.items ?? []).map(({ organization }) => organization)}
        onChange={(id) => list.setFilter('organization', id)}
      />
      <RoleFilter value={list.filterValue('role')} onChange={(id) => list.setFilter('role', id)} />
      <ChoiceFilter
        label={t('memberships.flagFilter')}
        all={t('memberships.anyFlag')}
        value={list.filterValue('flag')}
        options={MEMBERSHIP_FLAGS.map((value) => ({ value, label: flagWords(value, t) }))}
        onChange={(flag) => list.setFilter('flag', flag)}
      />
      {list.isFiltered && (
        <Button type="text" onClick={list.clearFilters}>
          {t('states.clearFilters')}
        </Button>
      )}
    </div>
  );
}
