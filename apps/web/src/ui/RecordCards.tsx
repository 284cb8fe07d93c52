import { Skeleton } from 'antd';
import { Fragment } from 'react';
import type { RecordColumn } from './record-column.ts';

interface RecordCardsProps<Item> {
  label: string;
  /** undefined: loading for the first time. */
  items: readonly Item[] | undefined;
  columns: RecordColumn<Item>[];
}

/** The records as cards, for screens too narrow for a table. */
export function RecordCards<Item extends { id: string }>({ label, items, columns }: RecordCardsProps<Item>) {
  if (!items) return <SkeletonCards />;
  const heading = columns.find(({ kind }) => kind === 'heading');
  const actions = columns.find(({ kind }) => kind === 'actions');
  return (
    <ul className="record-cards" aria-label={label}>
      {items.map((item) => (
        <li key={item.id}>
          <div className="record-card-heading">{heading?.render(item)}</div>
          <dl>
            {columns
              .filter(({ kind }) => kind === undefined)
              .map(({ key, title, render }) => (
                <Fragment key={key}>
                  <dt>{title}</dt>
                  <dd>{render(item)}</dd>
                </Fragment>
              ))}
          </dl>
          {actions && <div className="record-card-actions">{actions.render(item)}</div>}
        </li>
      ))}
    </ul>
  );
}

function SkeletonCards() {
  return (
    <ul className="record-cards" aria-busy>
      {['a', 'b', 'c', 'd'].map((key) => (
        <li key={key}>
          <Skeleton active avatar={{ size: 28 }} title={{ width: '50%' }} paragraph={{ rows: 3 }} />
        </li>
      ))}
    </ul>
  );
}
