import { useId, type ReactNode } from 'react';
import { useIsNarrow } from '../theme/media-query.ts';
import type { RecordColumn } from './record-column.ts';
import { RecordCards } from './RecordCards.tsx';
import { RecordTable } from './RecordTable.tsx';

interface SectionTableProps<Item> {
  title: string;
  items: readonly Item[];
  columns: RecordColumn<Item>[];
  /** Shown where there are none. */
  empty: ReactNode;
  className?: string;
}

/** A part of a page that is a list without pages: as a table, or as cards on a phone. */
export function SectionTable<Item extends { id: string }>(props: SectionTableProps<Item>) {
  const { title, items, columns, empty, className } = props;
  const isNarrow = useIsNarrow();
  const id = useId();
  return (
    <section className={className} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
      </header>
      {items.length === 0 ? (
        <p className="muted">{empty}</p>
      ) : isNarrow ? (
        <RecordCards label={title} items={items} columns={columns} />
      ) : (
        <RecordTable label={title} items={items} columns={columns} selection={undefined} skeletonRows={0} />
      )}
    </section>
  );
}
