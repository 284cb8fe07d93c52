import { TeamOutlined } from '@ant-design/icons';
import type { SnapshotMembership } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { useRecordList } from '../../list/use-record-list.ts';
import { RecordList } from '../../ui/RecordList.tsx';
import { StateMessage } from '../../ui/StateMessage.tsx';
import { MembershipFilters } from './MembershipFilters.tsx';
import { useMembershipColumns } from './use-membership-columns.tsx';

export function MembershipList() {
  const { t } = useTranslation();
  const list = useRecordList<SnapshotMembership>('snapshot-memberships', undefined);
  const columns = useMembershipColumns();
  return (
    <>
      <MembershipFilters list={list} />
      <RecordList
        list={list}
        label={t('memberships.title')}
        columns={columns}
        empty={<StateMessage role="status" icon={<TeamOutlined />} title={t('memberships.empty')} />}
      />
    </>
  );
}
