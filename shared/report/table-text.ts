import { wanText } from '#shared/domain/money.ts';
import { columnWidths } from './column-widths.ts';
import type { ReportCell, ReportTable } from './report.ts';

/** Width of the text block in half characters of a table's 10.5 pt: 156 mm, and 225 mm on turned pages. */
export const tableSpace = { portrait: 84, landscape: 121 } as const;

/** Share of the width by column of a table on paper, adding up to 1, as its contents ask. */
export function tableWidths(table: ReportTable, space: number): readonly number[] {
  const rows = table.total === null ? table.rows : [...table.rows, table.total];
  return columnWidths(
    table.columns.map(({ label, kind, width, byHand = false }, index) => ({
      label,
      ...(byHand ? { room: width } : {}),
      values: rows.map((row) => cellText(row[index] ?? null, kind, row === table.total || byHand)),
    })),
    space,
  );
}

/**
 * A value as its column prints it (分 as 万元, ppm as percent); empty is a dash, and nothing where a blank is meant: in
 * the total row, and to be filled in by hand.
 */
export function cellText(
  value: ReportCell,
  kind: ReportTable['columns'][number]['kind'],
  blank: boolean,
): string {
  if (value === null) return blank ? '' : '—';
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
