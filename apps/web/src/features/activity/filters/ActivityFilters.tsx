import { FilterOutlined } from '@ant-design/icons';
import type { ActivityEntry } from '@org-portal/contract';
import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordListState } from '../../../list/use-record-list.ts';
import { useIsNarrow } from '../../../theme/media-query.ts';
import { SearchBox } from '../../../ui/SearchBox.tsx';
import { ActivityChoices } from './ActivityChoices.tsx';

/** What one choice each sets. */
const CHOICES = [['organization'], ['actor'], ['action'], ['outcome'], ['from', 'to']] as const;

/** What can be filtered by, behind the search; on narrow screens behind a button, which says how many are in force. */
export function ActivityFilters({ list }: { list: RecordListState<ActivityEntry> }) {
  const { t } = useTranslation();
  const isNarrow = useIsNarrow();
  const [isOpen, setOpen] = useState(false);
  const inForce = CHOICES.filter((names) => names.some((name) => list.filterValue(name))).length;
  return (
    <div className="list-toolbar" role="search">
      <SearchBox
        label={t('activity.search')}
        value={list.filterValue('target')}
        onSearch={(text) => list.setFilter('target', text)}
      />
      {isNarrow && (
        <Button icon={<FilterOutlined />} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {inForce > 0 ? t('activity.filtersInForce', { count: inForce }) : t('activity.filters')}
        </Button>
      )}
      {(!isNarrow || isOpen) && <ActivityChoices list={list} />}
      {list.isFiltered && (
        <Button type="text" onClick={list.clearFilters}>
          {t('states.clearFilters')}
        </Button>
      )}
    </div>
  );
}
