import type { ReactNode } from 'react';
import { useId } from 'react';
import { useIsNarrow } from '../../../theme/media-query.ts';
import type { RecordColumn } from '../../../ui/record-column.ts';
import { RecordCards } from '../../../ui/RecordCards.tsx';
import { RecordTable } from '../../../ui/RecordTable.tsx';

interface CardTableProps<Item> {
  title: string;
  items: readonly Item[];
  columns: RecordColumn<Item>[];
  /** Shown where there are none. */
  empty: ReactNode;
}

/** A part of the card that is a list: as a table, or as cards on a phone. */
export function CardTable<Item extends { id: string }>({
  title,
  items,
  columns,
  empty,
}: CardTableProps<Item>) {
  const isNarrow = useIsNarrow();
  const id = useId();
  return (
    <section className="person-section" aria-labelledby={id}>
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
