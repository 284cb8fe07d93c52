import { PAGE_SIZES } from '@org-portal/contract';
import { Button, Pagination } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsNarrow } from '../../../theme/media-query.ts';
import { RecordCards } from '../../../ui/RecordCards.tsx';
import { RecordTable } from '../../../ui/RecordTable.tsx';
import { useKeptFocus } from '../../../ui/use-kept-focus.ts';
import type { RowState } from './draft/draft-row.ts';
import type { Draft } from './draft/use-draft.ts';
import { CheckNote } from './CheckNote.tsx';
import { StateChoice } from './StateChoice.tsx';
import { usePeopleColumns } from './use-people-columns.tsx';

const FIRST_SIZE = 10;

interface PeopleListProps {
  draft: Draft;
  onEdit: (id: string) => void;
}

/** Who is to be invited, and what would come of each: a page of the list at a time, however long it is. */
export function PeopleList({ draft, onEdit }: PeopleListProps) {
  const { t } = useTranslation();
  const isNarrow = useIsNarrow();
  const [chosen, setChosen] = useState<RowState | 'all'>('all');
  const [page, setPage] = useState(1);
  const [pageSize, setPageSize] = useState(FIRST_SIZE);
  const columns = usePeopleColumns(draft, onEdit);

  const state = chosen !== 'all' && draft.counts.has(chosen) ? chosen : 'all';
  const shown = state === 'all' ? draft.judged : draft.judged.filter((row) => row.state === state);
  const current = Math.min(page, Math.max(1, Math.ceil(shown.length / pageSize)));
  const items = shown.slice((current - 1) * pageSize, current * pageSize);
  const keptFocus = useKeptFocus(items);
  const list = { label: t('invite.people'), items, columns };

  return (
    <section className="people-list record-list" aria-label={t('invite.people')} {...keptFocus}>
      <div className="people-list-bar">
        <StateChoice
          draft={draft}
          value={state}
          onChange={(next) => {
            setChosen(next);
            setPage(1);
          }}
        />
        {state !== 'ready' && (
          <Button size="small" onClick={() => draft.remove(shown.map(({ id }) => id))}>
            {state === 'all' ? t('invite.removeAll') : t('invite.removeShown', { count: shown.length })}
          </Button>
        )}
      </div>
      <CheckNote draft={draft} />
      {isNarrow ? <RecordCards {...list} /> : <RecordTable {...list} skeletonRows={0} />}
      {shown.length > FIRST_SIZE && (
        <Pagination
          className="people-list-pager"
          size="small"
          align="end"
          current={current}
          pageSize={pageSize}
          total={shown.length}
          pageSizeOptions={[...PAGE_SIZES]}
          showSizeChanger
          showLessItems={isNarrow}
          onChange={(next, size) => {
            setPage(next);
            setPageSize(size);
          }}
        />
      )}
    </section>
  );
}
