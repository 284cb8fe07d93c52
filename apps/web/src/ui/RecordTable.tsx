import { Skeleton, Table } from 'antd';
import type { BaseRecord } from '@refinedev/core';
import type { HTMLAttributes } from 'react';
import { useTranslation } from 'react-i18next';
import type { RecordColumn, RecordSelection } from './record-column.ts';

interface RecordTableProps<Item> {
  label: string;
  /** undefined: loading for the first time. */
  items: readonly Item[] | undefined;
  columns: RecordColumn<Item>[];
  selection?: RecordSelection<Item> | undefined;
  skeletonRows: number;
  /** Attributes of a record's row. */
  row?: ((item: Item) => HTMLAttributes<HTMLElement>) | undefined;
}

export function RecordTable<Item extends BaseRecord & { id: string }>(props: RecordTableProps<Item>) {
  const { label, items, columns, selection, skeletonRows, row } = props;
  const { t } = useTranslation();
  const placeholders = () =>
    Array.from({ length: skeletonRows }, (_, row) => ({ id: `loading-${row}` }) as Item);

  return (
    <Table<Item>
      className="record-table"
      size="small"
      tableLayout="fixed"
      aria-label={label}
      aria-busy={!items}
      rowKey="id"
      pagination={false}
      dataSource={items ?? placeholders()}
      columns={columns.map((column) => ({
        key: column.key,
        title:
          column.kind === 'actions' ? <span className="visually-hidden">{column.title}</span> : column.title,
        ...(column.width !== undefined && { width: column.width }),
        ...(column.kind === 'actions' && { align: 'end' as const }),
        ...(column.kind === 'heading' && { rowScope: 'row' as const }),
        render: (_, item) => (items ? column.render(item) : <Skeleton.Input active size="small" block />),
      }))}
      {...(selection && { rowSelection: rowSelection(selection, items) })}
      {...(row && items && { onRow: row })}
      locale={{ selectionAll: t('list.actions') }}
    />
  );
}

function rowSelection<Item extends { id: string }>(
  { selected, onChange, isSelectable, label, labelAll }: RecordSelection<Item>,
  items: readonly Item[] | undefined,
) {
  return {
    columnWidth: 40,
    selectedRowKeys: selected.map(({ id }) => id),
    onChange: (_: unknown, rows: Item[]) => onChange(rows),
    getTitleCheckboxProps: () => ({ 'aria-label': labelAll }),
    getCheckboxProps: (item: Item) => ({
      disabled: !items || !isSelectable(item),
      ...(items && { 'aria-label': label(item) }),
    }),
  };
}
