import type { RosterField } from './fields.ts';
import type { ResolvedCell } from './fill-down.ts';
import type { TableColumn } from './find-tables.ts';
import type { Cell } from './grid.ts';
import type { RowReading } from './read-row.ts';
import { isClearWord } from './values/text.ts';

/** A column that feeds a field. */
export type UsedColumn = TableColumn & { readonly field: RosterField };

/** The columns of a table that feed a field. */
export function usedColumns(columns: readonly TableColumn[]): readonly UsedColumn[] {
  return columns.flatMap((column) => (column.field === null ? [] : [{ ...column, field: column.field }]));
}

/** Reads one cell into a row: merged cells, errors and 清空 are the same for every kind of roster, the rest is `parse`. */
export function readCell(
  reading: RowReading,
  column: UsedColumn,
  { cell, filled }: ResolvedCell,
  parse: (cell: Cell) => void,
): void {
  const { field } = column;
  reading.see(field, cell);
  if (filled === 'refused') {
    const message = `“${column.header}”的合并单元格不向下填充，这一行留空`;
    reading.say(field, { code: 'merged-not-filled', severity: 'info', message, fix: '需要时请逐行填写' });
    return;
  }
  if (cell.kind === 'error') {
    const message = `单元格是错误值 ${cell.text}，该栏不导入`;
    reading.say(field, { code: 'cell-error', severity: 'info', message, fix: '请改正公式' });
    return;
  }
  if (isClearWord(cell.text)) {
    reading.clears.push(field);
    return;
  }
  parse(cell);
  if (filled === 'own' || reading.values[field] === undefined) return;
  const message =
    filled === 'merged' ? `“${column.header}”由合并单元格填充` : `“${column.header}”由上方同组的单元格填充`;
  reading.say(field, { code: 'merged-fill', severity: 'info', message, fix: null });
}
