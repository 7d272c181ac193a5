import { Table } from 'antd';
import type { KeyboardEvent, ReactNode } from 'react';
import type { BatchField } from '#shared/contract/methods/firm-batch.ts';
import type { FirmListColumn } from '#shared/text/firm-columns.ts';
import { type FirmRow, type FirmSort, firmColumns, sortFieldOfColumn } from './firm-columns.tsx';
import { type Density, pageSizes } from './list-preferences.ts';
import { useRoomBelow } from './use-room-below.ts';

/** Room below the rows for the heading of the table and the line with count and pages. */
const headAndFoot = 112;

type Props = {
  readonly rows: readonly FirmRow[];
  readonly total: number;
  readonly loading: boolean;
  readonly page: number;
  readonly pageSize: number;
  readonly sort: FirmSort;
  /** What was searched for; it stands out in the names. */
  readonly search: string;
  readonly columns: readonly FirmListColumn[];
  readonly density: Density;
  readonly current: number | null;
  /** Firms that are ticked, on whatever page they stand. */
  readonly ticked: readonly number[];
  readonly empty: ReactNode;
  readonly onPage: (page: number, pageSize: number) => void;
  readonly onSort: (sort: FirmSort | null) => void;
  readonly onTick: (ids: readonly number[]) => void;
  readonly onPreview: (row: FirmRow) => void;
  readonly onOpen: (row: FirmRow) => void;
  /** A cell was double-clicked whose fact can be changed here. */
  readonly onEdit: (row: FirmRow, field: BatchField) => void;
};

/** The list itself: frozen names, sort over all firms, pages by the core, rows for mouse and keyboard. */
export function FirmTable(props: Props) {
  const [ref, room] = useRoomBelow(headAndFoot);
  const first = (props.page - 1) * props.pageSize + 1;
  const columns = firmColumns(props.columns, props.sort, first, props.search, props.onEdit);
  const width = columns.reduce((sum, column) => sum + column.width, 44);
  return (
    <div ref={ref} className="firm-table">
      <Table<FirmRow>
        rowKey="id"
        size={props.density}
        columns={[...columns]}
        dataSource={[...props.rows]}
        loading={props.loading}
        scroll={{ x: width, y: room }}
        showSorterTooltip={false}
        locale={{ emptyText: props.empty }}
        rowSelection={{
          fixed: true,
          columnWidth: 44,
          preserveSelectedRowKeys: true,
          selectedRowKeys: [...props.ticked],
          onChange: (keys) => props.onTick(keys.map(Number)),
          getCheckboxProps: (row) => ({ 'aria-label': `勾选 ${row.name}` }),
        }}
        rowClassName={(row) => (row.id === props.current ? 'firm-row-current' : '')}
        onRow={(row) => ({
          tabIndex: 0,
          'aria-label': row.name,
          onClick: () => props.onPreview(row),
          onDoubleClick: () => props.onOpen(row),
          onKeyDown: (event) => onRowKey(event, row, props),
        })}
        onChange={(_pages, _filters, sorter, { action }) => {
          if (action !== 'sort' || Array.isArray(sorter)) return;
          const field = sortFieldOfColumn(sorter.columnKey);
          const direction = sorter.order === 'descend' ? 'desc' : 'asc';
          props.onSort(field === undefined || !sorter.order ? null : { field, direction });
        }}
        pagination={{
          current: props.page,
          pageSize: props.pageSize,
          total: props.total,
          pageSizeOptions: [...pageSizes],
          showSizeChanger: true,
          showQuickJumper: props.total > props.pageSize * 10,
          showTotal: (total, [from, to]) => `共 ${total} 家，本页 ${from}-${to}`,
          onChange: props.onPage,
        }}
      />
    </div>
  );
}

/** Enter opens the page of the firm, blank its summary, the arrows walk through the rows. */
function onRowKey(event: KeyboardEvent<HTMLElement>, row: FirmRow, props: Props): void {
  if (event.target !== event.currentTarget) return;
  if (event.key === 'Enter') props.onOpen(row);
  else if (event.key === ' ') props.onPreview(row);
  else if (event.key === 'ArrowDown') focusRow(event.currentTarget.nextElementSibling);
  else if (event.key === 'ArrowUp') focusRow(event.currentTarget.previousElementSibling);
  else return;
  event.preventDefault();
}

function focusRow(row: Element | null): void {
  if (row instanceof HTMLElement && row.tabIndex === 0) row.focus();
}
