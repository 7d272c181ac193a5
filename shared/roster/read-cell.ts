import { type RosterField, rosterFieldLabels } from './fields.ts';
import type { CellResolver, ResolvedCell } from './fill-down.ts';
import type { RosterRow, TableColumn } from './find-tables.ts';
import { addressOf, type Cell } from './grid.ts';
import type { ReadCell, ReadCells, RowReading } from './read-row.ts';
import { cellSplit, cellUnsplit, type FieldPair, partOf } from './two-in-one.ts';
import { isClearWord } from './values/text.ts';

/** A column that feeds a field. */
export type UsedColumn = TableColumn & { readonly field: RosterField };

/** The columns of a table that feed a field; one that states two is there for each. */
export function usedColumns(columns: readonly TableColumn[]): readonly UsedColumn[] {
  return columns.flatMap((column): UsedColumn[] => {
    if (column.pair !== undefined) return column.pair.map((field) => ({ ...column, field }));
    return column.field === null ? [] : [{ ...column, field: column.field }];
  });
}

/** Looks up where the fields of a row stand, each time it is asked. */
export function cellsOf(
  row: RosterRow,
  columns: readonly UsedColumn[],
  resolve: CellResolver,
): () => ReadCells {
  return () => {
    const cells: Partial<Record<RosterField, ReadCell>> = {};
    for (const column of columns) {
      const cell = resolve(row, column)?.cell;
      if (cell !== undefined)
        cells[column.field] = { address: addressOf(row.number, cell.column), raw: cell.text };
    }
    return cells;
  };
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
  if (column.pair === undefined) parse(cell);
  else if (!readPart(reading, { ...column, pair: column.pair }, cell, parse)) return;
  if (filled === 'own' || reading.values[field] === undefined) return;
  const message =
    filled === 'merged' ? `“${column.header}”由合并单元格填充` : `“${column.header}”由上方同组的单元格填充`;
  reading.say(field, { code: 'merged-fill', severity: 'info', message, fix: null });
}

/** Reads the part of a cell that belongs to one of its two fields; says once what was done. Answers whether it could be told. */
function readPart(
  reading: RowReading,
  { field, header, pair }: UsedColumn & { readonly pair: FieldPair },
  cell: Cell,
  parse: (cell: Cell) => void,
): boolean {
  const part = partOf(cell, field, pair);
  const labels = pair.map((each) => rosterFieldLabels[each]).join('和');
  const [first, second] = pair;
  if (part === undefined) {
    if (field === first) reading.say(field, cellUnsplit(header, labels));
    return false;
  }
  if (part !== null) parse(part);
  // Said with the second, when both were there.
  if (field === second && part !== null && partOf(cell, first, pair) !== null)
    reading.say(field, cellSplit(header, labels));
  return true;
}
