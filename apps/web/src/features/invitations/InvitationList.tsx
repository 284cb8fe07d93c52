import type { Invitation } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { useRecordList } from '../../list/use-record-list.ts';
import { useOrganization } from '../../organization/organization-context.ts';
import { RecordList } from '../../ui/RecordList.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { InvitationDialogs } from './InvitationDialogs.tsx';
import { NoInvitations } from './NoInvitations.tsx';
import { StatusFilter } from './StatusFilter.tsx';
import { useInvitationActions } from './use-invitation-actions.ts';
import { useInvitationColumns } from './use-invitation-columns.tsx';

export function InvitationList() {
  const { t } = useTranslation();
  const { id } = useOrganization();
  const list = useRecordList<Invitation>('invitations', id);
  const actions = useInvitationActions();
  const columns = useInvitationColumns(actions);
  return (
    <>
      <div className="list-toolbar" role="search">
        <SearchBox
          label={t('invitations.search')}
          value={list.filterValue('q')}
          onSearch={(text) => list.setFilter('q', text)}
        />
        <StatusFilter
          value={list.filterValue('status')}
          onChange={(status) => list.setFilter('status', status)}
        />
      </div>
      <RecordList list={list} label={t('invitations.title')} columns={columns} empty={<NoInvitations />} />
      <InvitationDialogs actions={actions} />
    </>
  );
}
