import { Checkbox, Skeleton } from 'antd';
import { Fragment } from 'react';
import type { RecordColumn, RecordSelection } from './record-column.ts';

interface RecordCardsProps<Item> {
  label: string;
  /** undefined: loading for the first time. */
  items: readonly Item[] | undefined;
  columns: RecordColumn<Item>[];
  selection?: RecordSelection<Item> | undefined;
}

/** The records as cards, for screens too narrow for a table. */
export function RecordCards<Item extends { id: string }>(props: RecordCardsProps<Item>) {
  const { label, items, columns, selection } = props;
  if (!items) return <SkeletonCards />;
  const heading = columns.find(({ kind }) => kind === 'heading');
  const actions = columns.find(({ kind }) => kind === 'actions');
  const isSelected = ({ id }: Item) => !!selection?.selected.some((one) => one.id === id);
  return (
    <>
      {selection && <SelectAll items={items} selection={selection} />}
      <ul className="record-cards" aria-label={label}>
        {items.map((item) => (
          <li key={item.id} className={isSelected(item) ? 'is-selected' : undefined}>
            <div className="record-card-top">
              <div className="record-card-heading">{heading?.render(item)}</div>
              {selection && (
                <Checkbox
                  className="record-card-select"
                  aria-label={selection.label(item)}
                  checked={isSelected(item)}
                  disabled={!selection.isSelectable(item)}
                  onChange={({ target }) =>
                    selection.onChange(
                      items.filter((one) => (one.id === item.id ? target.checked : isSelected(one))),
                    )
                  }
                />
              )}
            </div>
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
    </>
  );
}

interface SelectAllProps<Item> {
  items: readonly Item[];
  selection: RecordSelection<Item>;
}

function SelectAll<Item extends { id: string }>({ items, selection }: SelectAllProps<Item>) {
  const all = items.filter(selection.isSelectable);
  const count = selection.selected.length;
  return (
    <Checkbox
      className="record-cards-all"
      checked={count > 0 && count === all.length}
      indeterminate={count > 0 && count < all.length}
      disabled={all.length === 0}
      onChange={({ target }) => selection.onChange(target.checked ? all : [])}
    >
      {selection.labelAll}
    </Checkbox>
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
