import type { Member } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { useRecordList } from '../../list/use-record-list.ts';
import { useOrganization } from '../../organization/organization-context.ts';
import { RecordList } from '../../ui/RecordList.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { BulkRemoval } from './BulkRemoval.tsx';
import { MemberDialogs } from './MemberDialogs.tsx';
import { NoMembers } from './NoMembers.tsx';
import { RoleFilter } from '../../permissions/RoleFilter.tsx';
import { useMemberActions } from './use-member-actions.ts';
import { useMemberColumns } from './use-member-columns.tsx';
import { useMemberSelection } from './use-member-selection.ts';

export function MemberList() {
  const { t } = useTranslation();
  const { id } = useOrganization();
  const list = useRecordList<Member>('members', id);
  const actions = useMemberActions();
  const columns = useMemberColumns(actions);
  const { selection, clear } = useMemberSelection(list.items, actions);

  return (
    <>
      <div className="list-toolbar" role="search">
        <SearchBox
          label={t('members.search')}
          value={list.filterValue('q')}
          onSearch={(text) => list.setFilter('q', text)}
        />
        <RoleFilter value={list.filterValue('role')} onChange={(role) => list.setFilter('role', role)} />
      </div>
      {selection && <BulkRemoval members={selection.selected} onClear={clear} />}
      <RecordList
        list={list}
        label={t('members.title')}
        columns={columns}
        empty={<NoMembers />}
        selection={selection}
      />
      <MemberDialogs actions={actions} />
    </>
  );
}
