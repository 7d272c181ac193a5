import { GrowingSheet } from './growing-sheet.ts';
import { mergedMark, type PackedSheet } from './packed-workbook.ts';

/** A block of merged cells (合并单元格), rows and columns from 1. */
export type MergedBlock = {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
};

/** Cells filled at most by merged blocks; more is no roster but a fault. */
const filledAtMost = 500_000;

/**
 * Puts rows and cells in order and gives the value of the first cell of each merged block to the others, marked. Of a place
 * written twice the later counts, as in the programs that open such files. A block that reaches beyond the last filled row
 * or column of the sheet ends there.
 */
export function arrangeSheet(sheet: PackedSheet, blocks: readonly MergedBlock[]): PackedSheet {
  if (blocks.length === 0 && isInOrder(sheet)) return sheet;
  const rows = rowsByNumber(sheet);
  const filled = fillingOf(sheet, rows, blocks);
  const arranged = new GrowingSheet();
  const numbers = [...new Set([...rows.keys(), ...filled.keys()])].sort((a, b) => a - b);
  for (const number of numbers) {
    const places = rows.get(number) ?? [];
    writeRow(arranged, sheet, places, filled.get(number));
    arranged.endRow(number, places[0] !== undefined && sheet.rowHidden[places[0]] === 1);
  }
  return arranged.packed(sheet.name, sheet.hidden);
}

function isInOrder({ rowNumbers, rowEnds, columns }: PackedSheet): boolean {
  let start = 0;
  for (let row = 0; row < rowNumbers.length; row += 1) {
    if (row > 0 && (rowNumbers[row] ?? 0) <= (rowNumbers[row - 1] ?? 0)) return false;
    const end = rowEnds[row] ?? 0;
    if (!ascends(columns, start, end)) return false;
    start = end;
  }
  return true;
}

function ascends(columns: Uint16Array, start: number, end: number): boolean {
  for (let at = start + 1; at < end; at += 1) if ((columns[at] ?? 0) <= (columns[at - 1] ?? 0)) return false;
  return true;
}

/** The rows of each number, by their place in the sheet. */
function rowsByNumber({ rowNumbers }: PackedSheet): ReadonlyMap<number, readonly number[]> {
  const rows = new Map<number, number[]>();
  for (const [row, number] of rowNumbers.entries()) {
    const same = rows.get(number);
    if (same === undefined) rows.set(number, [row]);
    else same.push(row);
  }
  return rows;
}

function cellsOf({ rowEnds }: PackedSheet, row: number): { readonly start: number; readonly end: number } {
  return { start: row === 0 ? 0 : (rowEnds[row - 1] ?? 0), end: rowEnds[row] ?? 0 };
}

/** By row and column, the cell that a merged block puts there. */
type Filling = ReadonlyMap<number, ReadonlyMap<number, number>>;

function fillingOf(
  sheet: PackedSheet,
  rows: ReadonlyMap<number, readonly number[]>,
  blocks: readonly MergedBlock[],
): Filling {
  const lastRow = sheet.rowNumbers.reduce((most, number) => Math.max(most, number), 0);
  const lastColumn = sheet.columns.reduce((most, column) => Math.max(most, column), 0);
  const filling = new Map<number, Map<number, number>>();
  let filled = 0;
  for (const { top, left, bottom, right } of blocks) {
    const master = cellAt(sheet, rows.get(top) ?? [], left);
    if (master === undefined) continue;
    for (let row = top; row <= Math.min(bottom, lastRow); row += 1) {
      for (let column = left; column <= Math.min(right, lastColumn); column += 1) {
        if (row === top && column === left) continue;
        filled += 1;
        if (filled > filledAtMost) throw new Error('too many merged cells');
        const cells = filling.get(row) ?? new Map<number, number>();
        filling.set(row, cells);
        cells.set(column, master);
      }
    }
  }
  return filling;
}

function cellAt(sheet: PackedSheet, rows: readonly number[], column: number): number | undefined {
  let found: number | undefined;
  for (const row of rows) {
    const { start, end } = cellsOf(sheet, row);
    for (let at = start; at < end; at += 1) if (sheet.columns[at] === column) found = at;
  }
  return found;
}

/** Writes the cells of one row, those of its places in the sheet in turn and over them what merged blocks put there. */
function writeRow(
  into: GrowingSheet,
  sheet: PackedSheet,
  rows: readonly number[],
  filled: ReadonlyMap<number, number> | undefined,
): void {
  const [first, second] = rows;
  if (first !== undefined && second === undefined && filled === undefined) {
    const { start, end } = cellsOf(sheet, first);
    if (ascends(sheet.columns, start, end)) {
      for (let at = start; at < end; at += 1) copyCell(into, sheet, at, sheet.columns[at] ?? 0, 0);
      return;
    }
  }
  const cells = new Map<number, number>();
  for (const row of rows) {
    const { start, end } = cellsOf(sheet, row);
    for (let at = start; at < end; at += 1) cells.set(sheet.columns[at] ?? 0, at);
  }
  for (const [column, at] of filled ?? []) cells.set(column, at);
  for (const [column, at] of [...cells].sort(([a], [b]) => a - b)) {
    copyCell(into, sheet, at, column, filled?.has(column) === true ? mergedMark : 0);
  }
}

function copyCell(
  into: GrowingSheet,
  { kinds, texts, numbers }: PackedSheet,
  at: number,
  column: number,
  mark: number,
): void {
  into.cell(column, (kinds[at] ?? 0) | mark, texts[at] ?? 0, numbers[at] ?? Number.NaN);
}
