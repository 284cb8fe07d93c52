import type { Invitation } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { useRecordList } from '../../list/use-record-list.ts';
import { useOrganization } from '../../organization/organization-context.ts';
import { RecordList } from '../../ui/RecordList.tsx';
import { AskedNotice } from './AskedNotice.tsx';
import { BulkBar } from './BulkBar.tsx';
import { InvitationDialogs } from './InvitationDialogs.tsx';
import { InvitationFilters } from './InvitationFilters.tsx';
import { NoInvitations } from './NoInvitations.tsx';
import { StatusTabs } from './StatusTabs.tsx';
import { useInvitationActions } from './use-invitation-actions.ts';
import { useInvitationColumns } from './use-invitation-columns.tsx';
import { useInvitationSelection } from './use-invitation-selection.ts';

export function InvitationList() {
  const { t } = useTranslation();
  const { id } = useOrganization();
  const list = useRecordList<Invitation>('invitations', id);
  const actions = useInvitationActions();
  const columns = useInvitationColumns(actions);
  const { selection, clear } = useInvitationSelection(list.items, actions);
  return (
    <>
      <AskedNotice list={list} />
      <StatusTabs list={list} />
      <InvitationFilters list={list} />
      {selection && <BulkBar selected={selection.selected} may={actions.may} onClear={clear} />}
      <RecordList
        list={list}
        label={t('invitations.title')}
        columns={columns}
        empty={<NoInvitations />}
        selection={selection}
      />
      <InvitationDialogs actions={actions} />
    </>
  );
}
