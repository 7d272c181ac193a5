import type { ReactNode } from 'react';
import type { OutputOf } from '#shared/contract/api.ts';
import { cellText, tableWidths } from '#shared/report/table-text.ts';

type Table = Extract<OutputOf<'reports.get'>['blocks'][number], { readonly type: 'table' }>;
type Column = Table['columns'][number];
type Value = Table['rows'][number][number];

/** Rows that go with what stands below the last table, so that signatures never stand alone on a page. */
const rowsWithEnd = 2;
/** A table of so few rows is not broken over two pages. */
const shortTable = 8;

type TableProps = {
  readonly table: Table;
  /** Width in half characters. */
  readonly space: number;
  /** What follows the last table of a paper: it stays with the last rows. */
  readonly end?: ReactNode;
};

/** A table on paper: its header repeats on every page, rows do not split, columns are as wide as their contents ask. */
export function PaperTable({ table, space, end }: TableProps) {
  const rows = [...table.rows.map((row) => ({ row, total: false }))];
  if (table.total !== null) rows.push({ row: table.total, total: true });
  const widths = tableWidths(table, space);
  const split = end === undefined ? rows.length : Math.max(0, rows.length - rowsWithEnd);
  const draw = ({ row, total }: (typeof rows)[number]) => (
    <Row key={row.join('|')} row={row} columns={table.columns} total={total} />
  );
  return (
    <table className={rows.length <= shortTable ? 'short' : ''}>
      <caption>{table.title}</caption>
      <colgroup>
        {table.columns.map((column, index) => (
          <col key={column.label} style={{ width: `${(widths[index] ?? 0) * 100}%` }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {table.columns.map((column) => (
            <th key={column.label} scope="col">
              {column.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{rows.slice(0, split).map(draw)}</tbody>
      <tbody className="kept-together">
        {rows.slice(split).map(draw)}
        {end === undefined ? null : (
          <tr className="after-table">
            <td colSpan={table.columns.length}>{end}</td>
          </tr>
        )}
      </tbody>
    </table>
  );
}

type RowProps = {
  readonly row: readonly Value[];
  readonly columns: readonly Column[];
  readonly total: boolean;
};

function Row({ row, columns, total }: RowProps) {
  return (
    <tr className={total ? 'total' : ''}>
      {columns.map((column, index) => (
        <td key={column.label} className={column.kind}>
          {cellText(row[index] ?? null, column.kind, total || column.byHand === true)}
        </td>
      ))}
    </tr>
  );
}
