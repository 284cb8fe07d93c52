import { Pagination } from 'antd';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useIsNarrow } from '../theme/media-query.ts';
import type { RecordColumn } from './record-column.ts';
import { RecordCards } from './RecordCards.tsx';
import { RecordTable } from './RecordTable.tsx';

/** Rows that are shown at once, of however many there are. */
const PAGE = 20;

interface SectionTableProps<Item> {
  title: string;
  items: readonly Item[];
  columns: RecordColumn<Item>[];
  /** Shown where there are none. */
  empty: ReactNode;
  className?: string;
}

/** A part of a page that is a list of which all is here already: as a table, or as cards on a phone. */
export function SectionTable<Item extends { id: string }>(props: SectionTableProps<Item>) {
  const { title, items, columns, empty, className } = props;
  const { t } = useTranslation();
  const isNarrow = useIsNarrow();
  const id = useId();
  const [wanted, setPage] = useState(1);
  const page = Math.min(wanted, Math.max(1, Math.ceil(items.length / PAGE)));
  const shown = items.slice((page - 1) * PAGE, page * PAGE);
  return (
    <section className={className} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
      </header>
      {items.length === 0 ? (
        <p className="muted">{empty}</p>
      ) : isNarrow ? (
        <RecordCards label={title} items={shown} columns={columns} />
      ) : (
        <RecordTable label={title} items={shown} columns={columns} skeletonRows={0} />
      )}
      {items.length > PAGE && (
        <nav className="pager" aria-label={t('list.pagesOf', { of: title })}>
          <Pagination
            size="small"
            current={page}
            pageSize={PAGE}
            total={items.length}
            showSizeChanger={false}
            showLessItems={isNarrow}
            onChange={setPage}
          />
        </nav>
      )}
    </section>
  );
}
