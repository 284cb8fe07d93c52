import { FilterOutlined } from '@ant-design/icons';
import type { Invitation } from '@org-portal/contract';
import { Button, Checkbox } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordListState } from '../../list/use-record-list.ts';
import { RoleFilter } from '../../permissions/RoleFilter.tsx';
import { useIsNarrow } from '../../theme/media-query.ts';
import { SearchBox } from '../../ui/SearchBox.tsx';
import { CHOICES, FILTERS } from './invitation-filters.ts';
import { InviterFilter } from './InviterFilter.tsx';

/** What can be filtered by, behind the search; on narrow screens behind a button, which says how many are in force. */
export function InvitationFilters({ list }: { list: RecordListState<Invitation> }) {
  const { t } = useTranslation();
  const isNarrow = useIsNarrow();
  const [isOpen, setOpen] = useState(false);
  const inForce = CHOICES.filter((name) => list.filterValue(name)).length;
  return (
    <div className="list-toolbar" role="search">
      <SearchBox
        label={t('invitations.search')}
        value={list.filterValue('q')}
        onSearch={(text) => list.setFilter('q', text)}
      />
      {isNarrow && (
        <Button icon={<FilterOutlined />} aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
          {inForce > 0 ? t('activity.filtersInForce', { count: inForce }) : t('activity.filters')}
        </Button>
      )}
      {(!isNarrow || isOpen) && (
        <>
          <RoleFilter value={list.filterValue('role')} onChange={(role) => list.setFilter('role', role)} />
          <InviterFilter
            value={list.filterValue('inviter')}
            onChange={(inviter) => list.setFilter('inviter', inviter)}
          />
          <Checkbox
            checked={list.filterValue('expiring') === 'true'}
            onChange={({ target }) => list.setFilter('expiring', target.checked ? 'true' : undefined)}
          >
            {t('following.expiringOnly')}
          </Checkbox>
          {list.filterValue('asked') === 'true' && (
            <Checkbox checked onChange={() => list.setFilter('asked', undefined)}>
              {t('following.askedOnly')}
            </Checkbox>
          )}
        </>
      )}
      {(list.filterValue('q') || inForce > 0) && (
        <Button
          type="text"
          onClick={() => list.setFilters(Object.fromEntries(FILTERS.map((name) => [name, undefined])))}
        >
          {t('states.clearFilters')}
        </Button>
      )}
    </div>
  );
}
