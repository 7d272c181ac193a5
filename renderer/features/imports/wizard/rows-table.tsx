import { Table } from 'antd';
import type { KeyboardEvent } from 'react';
import type { DraftRow, DraftTable, RowPlace } from '../outcomes.ts';
import { rowColumns } from './row-columns.tsx';
import { pageSizes, type RowList } from './use-rows.ts';

type Props = {
  readonly tables: readonly DraftTable[];
  readonly list: RowList;
  readonly current: RowPlace | null;
  /** Rows that are ticked, on whatever page they stand. */
  readonly ticked: readonly RowPlace[];
  readonly onTick: (rows: readonly RowPlace[]) => void;
  readonly onOpen: (row: DraftRow) => void;
  readonly onConfirm: (row: DraftRow) => void;
};

/** The rows of a draft, page by page from the core, so that a hundred thousand weigh no more than fifty. */
export function RowsTable({ tables, list, current, ticked, onTick, onOpen, onConfirm }: Props) {
  const currentKey = current === null ? null : keyOf(current);
  return (
    <Table<DraftRow>
      className="import-rows"
      rowKey={keyOf}
      size="small"
      columns={rowColumns(tables, onConfirm)}
      dataSource={[...list.rows]}
      loading={list.loading}
      scroll={{ x: tables.length > 1 ? 1100 : 940 }}
      rowSelection={{
        columnWidth: 40,
        preserveSelectedRowKeys: true,
        selectedRowKeys: ticked.map(keyOf),
        onChange: (keys) => onTick(keys.map((key) => placeOf(String(key)))),
        getCheckboxProps: (row) => ({ 'aria-label': `勾选第 ${row.row} 行` }),
      }}
      rowClassName={(row) => (keyOf(row) === currentKey ? 'import-row-current' : '')}
      onRow={(row) => ({
        tabIndex: 0,
        'aria-label': `第 ${row.row} 行 ${row.name ?? ''}`,
        onClick: () => onOpen(row),
        onKeyDown: (event) => onRowKey(event, () => onOpen(row)),
      })}
      locale={{ emptyText: '没有这类行' }}
      pagination={{
        current: list.page,
        pageSize: list.pageSize,
        total: list.total,
        pageSizeOptions: [...pageSizes],
        showSizeChanger: true,
        showQuickJumper: list.total > list.pageSize * 10,
        showTotal: (total, [from, to]) => `共 ${total} 行，本页 ${from}-${to}`,
        onChange: list.goTo,
      }}
    />
  );
}

function keyOf({ table, row }: RowPlace): string {
  return `${table}-${row}`;
}

function placeOf(key: string): RowPlace {
  const [table, row] = key.split('-');
  return { table: Number(table), row: Number(row) };
}

/** Enter opens the row, the arrows walk through the rows, blank ticks one. */
function onRowKey(event: KeyboardEvent<HTMLElement>, open: () => void): void {
  if (event.target !== event.currentTarget) return;
  if (event.key === 'Enter') open();
  else if (event.key === ' ')
    event.currentTarget.querySelector<HTMLElement>('input[type="checkbox"]')?.click();
  else if (event.key === 'ArrowDown') focusRow(event.currentTarget.nextElementSibling);
  else if (event.key === 'ArrowUp') focusRow(event.currentTarget.previousElementSibling);
  else return;
  event.preventDefault();
}

function focusRow(row: Element | null): void {
  if (row instanceof HTMLElement && row.tabIndex === 0) row.focus();
}
