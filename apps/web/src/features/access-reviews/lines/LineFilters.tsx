import { REMOVAL_STATES, type AccessReview, type AccessReviewLine } from '@org-portal/contract';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ChoiceFilter } from '../../../filters/ChoiceFilter.tsx';
import { CountTabs } from '../../../filters/CountTabs.tsx';
import { OrganizationFilter } from '../../../filters/OrganizationFilter.tsx';
import type { RecordListState } from '../../../list/use-record-list.ts';
import { RoleFilter } from '../../../permissions/RoleFilter.tsx';
import { SearchBox } from '../../../ui/SearchBox.tsx';

interface LineFiltersProps {
  review: AccessReview;
  list: RecordListState<AccessReviewLine>;
  /** At the end of the row. */
  children?: ReactNode;
}

/** What was decided, of whom, where, as what, and what became of it. */
export function LineFilters({ review: { lines, removal }, list, children }: LineFiltersProps) {
  const { t } = useTranslation();
  const tabs = [
    { value: 'none', label: t('accessReviews.undecided'), count: lines.undecided },
    { value: 'keep', label: t('accessReviews.kept'), count: lines.kept },
    { value: 'remove', label: t('accessReviews.toRemove'), count: lines.toRemove },
    { value: '', label: t('accessReviews.all'), count: lines.total },
  ];
  return (
    <>
      <CountTabs
        label={t('accessReviews.decisionFilter')}
        value={list.filterValue('decision')}
        tabs={tabs}
        onChange={(decision) => list.setFilter('decision', decision || undefined)}
      />
      <div className="list-toolbar" role="search">
        <SearchBox
          label={t('accessReviews.search')}
          value={list.filterValue('q')}
          onSearch={(q) => list.setFilter('q', q)}
        />
        <OrganizationFilter
          value={list.filterValue('organization')}
          onScreen={(list.items ?? []).map(({ organization }) => organization)}
          onChange={(id) => list.setFilter('organization', id)}
        />
        <RoleFilter value={list.filterValue('role')} onChange={(id) => list.setFilter('role', id)} />
        {removal && (
          <ChoiceFilter
            label={t('accessReviews.removalFilter')}
            all={t('accessReviews.anyRemoval')}
            value={list.filterValue('removal')}
            options={REMOVAL_STATES.map((value) => ({
              value,
              label: t(`accessReviews.removal.states.${value}`),
            }))}
            onChange={(state) => list.setFilter('removal', state)}
          />
        )}
        {list.isFiltered && (
          <Button type="text" onClick={list.clearFilters}>
            {t('states.clearFilters')}
          </Button>
        )}
        {children}
      </div>
    </>
  );
}
