import type { Cell, SheetRow } from '#shared/roster/grid.ts';

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
 * Gives the value of the first cell of each merged block to the others, marked `fromMerge`. A block that reaches beyond
 * the last filled row or column of the sheet ends there.
 */
export function fillMerges(rows: readonly SheetRow[], blocks: readonly MergedBlock[]): readonly SheetRow[] {
  if (blocks.length === 0) return rows;
  const lastRow = rows.at(-1)?.number ?? 0;
  const lastColumn = rows.reduce((most, { cells }) => Math.max(most, cells.at(-1)?.column ?? 0), 0);
  const byNumber = new Map(rows.map((row) => [row.number, row]));
  const added = new Map<number, Map<number, Cell>>();
  let filled = 0;
  for (const { top, left, bottom, right } of blocks) {
    const master = byNumber.get(top)?.cells.find((cell) => cell.column === left);
    if (master === undefined) continue;
    for (let row = top; row <= Math.min(bottom, lastRow); row += 1) {
      for (let column = left; column <= Math.min(right, lastColumn); column += 1) {
        if (row === top && column === left) continue;
        filled += 1;
        if (filled > filledAtMost) throw new Error('too many merged cells');
        const cells = added.get(row) ?? new Map<number, Cell>();
        added.set(row, cells);
        cells.set(column, { ...master, column, fromMerge: true });
      }
    }
  }
  const all = new Set([...byNumber.keys(), ...added.keys()]);
  return [...all]
    .sort((a, b) => a - b)
    .map((number) => withAdded(number, byNumber.get(number), added.get(number)));
}

function withAdded(
  number: number,
  row: SheetRow | undefined,
  added: ReadonlyMap<number, Cell> | undefined,
): SheetRow {
  if (row !== undefined && added === undefined) return row;
  const own = (row?.cells ?? []).filter(({ column }) => added?.has(column) !== true);
  const cells = [...own, ...(added?.values() ?? [])].sort((a, b) => a.column - b.column);
  return { number, hidden: row?.hidden ?? false, cells };
}
