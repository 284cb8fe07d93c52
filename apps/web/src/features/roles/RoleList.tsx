import { SafetyCertificateOutlined } from '@ant-design/icons';
import { PAGE_SIZES, type OrganizationRole } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { useRecordList } from '../../list/use-record-list.ts';
import { useOrganization } from '../../organization/organization-context.ts';
import { RecordList } from '../../ui/RecordList.tsx';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { StateMessage } from '../../ui/StateMessage.tsx';
import { useRoleColumns } from './use-role-columns.tsx';

export function RoleList() {
  const { t } = useTranslation();
  const { id } = useOrganization();
  const list = useRecordList<OrganizationRole>('roles', id);
  const columns = useRoleColumns();
  const areMany = list.isFiltered || list.total > PAGE_SIZES[0];
  return (
    <>
      {areMany && (
        <div className="list-toolbar" role="search">
          <SearchBox
            label={t('roles.search')}
            value={list.filterValue('q')}
            onSearch={(text) => list.setFilter('q', text)}
          />
        </div>
      )}
      <RecordList
        list={list}
        label={t('roles.title')}
        columns={columns}
        empty={
          <StateMessage role="status" icon={<SafetyCertificateOutlined />} title={t('roles.empty')}>
            <p>{t('roles.emptyHint')}</p>
          </StateMessage>
        }
      />
    </>
  );
}
