import type { HeadMerge } from '#electron/excel/write/table-sheet.ts';
import type { Cell, SheetRow } from '#shared/roster/grid.ts';
import type { DraftTable } from '../imports/draft-store.ts';

/** The header of a sender's table as it stood: texts by row, and which cells were one. */
export type HeadGrid = {
  readonly upper: readonly (readonly (string | null)[])[];
  readonly labels: readonly string[];
  readonly merges: readonly HeadMerge[];
};

/** Header rows that a table can have. */
const mostRows = 3;

/** Reads the header rows of a table back from its sheet, from column 1 to the given width. */
export function headGrid(table: DraftTable, all: readonly DraftTable[], width: number): HeadGrid {
  const rows = headerRows(table, all);
  const cells = rows.map((row) => new Map(row.cells.map((cell) => [cell.column, cell])));
  const texts = cells.map((row) =>
    Array.from({ length: width }, (_, index) => {
      const cell = row.get(index + 1);
      return cell === undefined || cell.fromMerge === true ? null : cell.text;
    }),
  );
  const labels = texts.at(-1) ?? [];
  return {
    upper: texts.slice(0, -1),
    labels: Array.from({ length: width }, (_, index) => labels[index] ?? ''),
    merges: mergesOf(cells, width),
  };
}

/** Walks up from the last header row over rows that are neither a line above nor rows of another table. */
function headerRows(table: DraftTable, all: readonly DraftTable[]): readonly SheetRow[] {
  const { sheet, found } = table;
  const others = all.filter((each) => each.sheet === sheet);
  const taken = new Set([
    ...others.flatMap((each) => each.found.rows.map(({ number }) => number)),
    ...others.flatMap((each) => each.found.skipped.map(({ row }) => row)),
  ]);
  const rows: SheetRow[] = [];
  const upwards = sheet.rows.filter(({ number }) => number <= found.headerRow).reverse();
  for (const row of upwards) {
    const gap = found.headerRow - row.number !== rows.length;
    if (rows.length >= mostRows || gap || (rows.length > 0 && taken.has(row.number))) break;
    rows.unshift(row);
  }
  return rows;
}

/** Blocks of header cells that were merged: each begins at a cell of its own and takes what repeats it right and below. */
function mergesOf(rows: readonly ReadonlyMap<number, Cell>[], width: number): readonly HeadMerge[] {
  const repeats = (top: number, column: number, text: string) => {
    const cell = rows[top]?.get(column);
    return cell?.fromMerge === true && cell.text === text;
  };
  return rows.flatMap((row, top) =>
    [...row.values()].flatMap((cell): HeadMerge[] => {
      if (cell.fromMerge === true || cell.column > width) return [];
      let right = cell.column;
      while (right < width && repeats(top, right + 1, cell.text)) right += 1;
      let bottom = top;
      while (bottom + 1 < rows.length && repeats(bottom + 1, cell.column, cell.text)) bottom += 1;
      if (right === cell.column && bottom === top) return [];
      return [{ top, left: cell.column - 1, bottom, right: right - 1 }];
    }),
  );
}
