import type { BaseRecord } from '@refinedev/core';
import type { HTMLAttributes, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordListState } from '../list/use-record-list.ts';
import { useIsNarrow } from '../theme/media-query.ts';
import { ErrorState } from './ErrorState.tsx';
import { NoMatch } from './NoMatch.tsx';
import { Pager } from './Pager.tsx';
import { PageTooFar } from './PageTooFar.tsx';
import { RecordCards } from './RecordCards.tsx';
import type { RecordColumn, RecordSelection } from './record-column.ts';
import { RecordTable } from './RecordTable.tsx';
import { useKeptFocus } from './use-kept-focus.ts';

interface RecordListProps<Item extends BaseRecord> {
  /** From `useRecordList`. */
  list: RecordListState<Item>;
  /** Names the table for screen readers. */
  label: string;
  columns: RecordColumn<Item>[];
  /** Shown when there are no records at all: a `StateMessage` with the reason and the next step. */
  empty: ReactNode;
  /** Ticks for rows and cards. */
  selection?: RecordSelection<Item> | undefined;
  /** Attributes of a record's row in the table. */
  row?: ((item: Item) => HTMLAttributes<HTMLElement>) | undefined;
}

/** A list in all of its states: loading, records as table or cards with a pager, empty, no match, error. */
export function RecordList<Item extends BaseRecord & { id: string }>(props: RecordListProps<Item>) {
  const { list, label, columns, empty, selection, row } = props;
  const { t } = useTranslation();
  const isNarrow = useIsNarrow();
  const keptFocus = useKeptFocus(list.items);

  const noMatch = (
    <NoMatch
      q={list.filterValue('q') || list.filterValue('target')}
      isPartial={list.count.capped}
      onClear={list.clearFilters}
    />
  );
  // A filter that the portal does not know, in an address that somebody wrote, matches nothing.
  if (list.error?.statusCode === 422 && list.isFiltered) return noMatch;
  if (list.error && (!list.items || list.isUpdating))
    return <ErrorState error={list.error} onRetry={list.reload} />;
  if (list.items?.length === 0 && !list.isUpdating) {
    if (list.page > 1) return <PageTooFar page={list.page} onFirst={() => list.goTo(1)} />;
    return list.isFiltered ? noMatch : empty;
  }
  return (
    <div
      className={list.isUpdating ? 'record-list is-updating' : 'record-list'}
      aria-busy={list.isUpdating}
      {...keptFocus}
    >
      <span className="visually-hidden" role="status">
        {!list.items ? t('list.loading') : list.isUpdating && t('list.updating')}
      </span>
      {isNarrow ? (
        <RecordCards label={label} items={list.items} columns={columns} selection={selection} />
      ) : (
        <RecordTable
          label={label}
          items={list.items}
          columns={columns}
          selection={selection}
          row={row}
          skeletonRows={Math.min(list.pageSize, 20)}
        />
      )}
      <Pager list={list} />
    </div>
  );
}
