import { ACTIVITY_ACTIONS, ACTIVITY_OUTCOMES, type ActivityEntry } from '@org-portal/contract';
import { useTranslation } from 'react-i18next';
import type { RecordListState } from '../../../list/use-record-list.ts';
import { useActivityScope } from '../activity-scope.ts';
import { ChoiceFilter } from '../../../filters/ChoiceFilter.tsx';
import { OrganizationFilter } from '../../../filters/OrganizationFilter.tsx';
import { PersonFilter } from './PersonFilter.tsx';
import { TimeFilter } from './TimeFilter.tsx';

/** Who, what, what became of it, when; across organizations, where. */
export function ActivityChoices({ list }: { list: RecordListState<ActivityEntry> }) {
  const { t } = useTranslation();
  const { organizationId } = useActivityScope();
  const entries = list.items ?? [];
  const isAll = organizationId === undefined;
  /** Nobody signs out of an organization, or is suspended in one. */
  const actions = ACTIVITY_ACTIONS.filter((action) => isAll || !/^(session|person)\./.test(action));
  return (
    <>
      {isAll && (
        <OrganizationFilter
          value={list.filterValue('organization')}
          onScreen={entries.map(({ organization }) => organization)}
          onChange={(id) => list.setFilter('organization', id)}
        />
      )}
      <PersonFilter
        value={list.filterValue('actor')}
        entries={entries}
        onChange={(id) => list.setFilter('actor', id)}
      />
      <ChoiceFilter
        label={t('activity.actionFilter')}
        all={t('activity.allActions')}
        options={actions.map((value) => ({ value, label: t(`activity.actions.${value}`) }))}
        value={list.filterValue('action')}
        onChange={(action) => list.setFilter('action', action)}
      />
      <ChoiceFilter
        label={t('activity.outcomeFilter')}
        all={t('activity.allOutcomes')}
        options={ACTIVITY_OUTCOMES.map((value) => ({ value, label: t(`activity.outcomes.${value}`) }))}
        value={list.filterValue('outcome')}
        onChange={(outcome) => list.setFilter('outcome', outcome)}
      />
      <TimeFilter
        value={{ from: list.filterValue('from'), to: list.filterValue('to') }}
        onChange={(range) => list.setFilters({ ...range })}
      />
    </>
  );
}
