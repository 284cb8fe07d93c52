import type { ReactNode } from 'react';

/** One property of the records of a list: a column of the table, or a line of the card. */
export interface RecordColumn<Item> {
  key: string;
  title: string;
  render: (item: Item) => ReactNode;
  /** Of the table's column; percentages and pixels. */
  width?: string | number;
  /** `heading`: names the record, so it heads the card; `actions`: ends row and card, without a title. */
  kind?: 'heading' | 'actions';
}

export interface RecordSelection<Item> {
  selected: readonly Item[];
  onChange: (selected: Item[]) => void;
  isSelectable: (item: Item) => boolean;
  /** Names the checkbox of a record. */
  label: (item: Item) => string;
  labelAll: string;
}
