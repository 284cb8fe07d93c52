import type { ActivityEntry } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import { useRecordList } from '../../list/use-record-list.ts';
import { RecordList } from '../../ui/RecordList.tsx';
import { useActivityScope } from './activity-scope.ts';
import { ActivityFilters } from './filters/ActivityFilters.tsx';
import { NoActivity } from './NoActivity.tsx';
import { useActivityColumns } from './use-activity-columns.tsx';

export function ActivityList() {
  const { t } = useTranslation();
  const { resource, organizationId } = useActivityScope();
  const list = useRecordList<ActivityEntry>(resource, organizationId);
  const columns = useActivityColumns();
  return (
    <div className="activity-list">
      <ActivityFilters list={list} />
      <RecordList list={list} label={t('activity.title')} columns={columns} empty={<NoActivity />} />
    </div>
  );
}
