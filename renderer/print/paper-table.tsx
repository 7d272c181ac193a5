import type { OutputOf } from '#shared/contract/api.ts';
import { wanText } from '#shared/domain/money.ts';

type Table = Extract<OutputOf<'reports.get'>['blocks'][number], { readonly type: 'table' }>;
type Column = Table['columns'][number];
type Value = Table['rows'][number][number];

/** A table on paper: its header repeats on every page, rows do not split. */
export function PaperTable({ table }: { readonly table: Table }) {
  const width = table.columns.reduce((sum, column) => sum + column.width, 0);
  return (
    <table>
      <caption>{table.title}</caption>
      <colgroup>
        {table.columns.map((column) => (
          <col key={column.label} style={{ width: `${(column.width / width) * 100}%` }} />
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
      <tbody>
        {table.rows.map((row) => (
          <Row key={row.join('|')} row={row} columns={table.columns} />
        ))}
        {table.total === null ? null : <Row row={table.total} columns={table.columns} total />}
      </tbody>
    </table>
  );
}

type RowProps = {
  readonly row: readonly Value[];
  readonly columns: readonly Column[];
  readonly total?: boolean;
};

function Row({ row, columns, total = false }: RowProps) {
  return (
    <tr className={total ? 'total' : ''}>
      {columns.map((column, index) => (
        <td key={column.label} className={column.kind}>
          {valueText(row[index] ?? null, column.kind, total)}
        </td>
      ))}
    </tr>
  );
}

/** A value as its column prints it; empty is a dash, and nothing in the total row. */
function valueText(value: Value, kind: Column['kind'], total: boolean): string {
  if (value === null) return total ? '' : '—';
  if (typeof value === 'string') return value;
  switch (kind) {
    case 'wan':
      return wanText(value);
    case 'percent':
      return `${(value / 10_000).toFixed(1)}%`;
    default:
      return value.toLocaleString('zh-CN');
  }
}
