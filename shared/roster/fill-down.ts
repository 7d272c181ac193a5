import { filledDown, type RosterField, titleFields } from './fields.ts';
import type { RosterRow, RosterTable, TableColumn } from './find-tables.ts';
import type { Cell } from './grid.ts';

/** A cell as it counts for its row: its own, filled from a merged block, or one whose filling is refused. */
export type ResolvedCell = { readonly cell: Cell; readonly filled: 'own' | 'merged' | 'above' | 'refused' };

/** How the cells of a table count for its rows; merged cells reach down only in columns where that is right. */
export type CellResolver = (row: RosterRow, column: TableColumn) => ResolvedCell | undefined;

/** Columns where a value in the first row of a group and blanks below mean the same value (merge lost in csv). */
const groupColumns: ReadonlySet<RosterField> = new Set<RosterField>([
  'streetId',
  'platformId',
  'city',
  'province',
  'titleName',
  'batch',
  'recognisedYear',
  'document',
  'record.year',
]);
/** A column is read as groups when at most this share of its rows holds a value. */
const groupShare = 0.6;
/** What decides on a title is filled only where the groups are plain to see: a blank there may also mean unknown. */
const titleShare = 0.35;

/** Looks at the whole table once and answers for single cells. */
export function createCellResolver(table: RosterTable): CellResolver {
  const byNumber = new Map(table.rows.map((row) => [row.number, row]));
  const groups = lostMerges(table);
  return (row, column) => {
    const cell = cellAt(row, column.index);
    if (cell === undefined) {
      const above = groups.get(column.index)?.get(row.number);
      return above === undefined ? undefined : { cell: above, filled: 'above' };
    }
    if (cell.fromMerge === undefined) return { cell, filled: 'own' };
    if (isSpill(row, cell, byNumber)) return undefined;
    const allowed = column.field !== null && filledDown.has(column.field);
    return { cell, filled: allowed ? 'merged' : 'refused' };
  };
}

function cellAt(row: RosterRow, column: number): Cell | undefined {
  const near = row.cells[column - 1];
  return near?.column === column ? near : row.cells.find((each) => each.column === column);
}

/** Whether a merged cell got its value from the left: it belongs to another column then. */
function isSpill(row: RosterRow, cell: Cell, byNumber: ReadonlyMap<number, RosterRow>): boolean {
  const left = cellAt(row, cell.column - 1);
  if (left === undefined || left.text !== cell.text) return false;
  let top = row;
  for (;;) {
    const above = byNumber.get(top.number - 1);
    const same = above === undefined ? undefined : cellAt(above, cell.column);
    if (above === undefined || same === undefined || same.text !== cell.text)
      return cellAt(top, cell.column)?.fromMerge === true;
    top = above;
    if (same.fromMerge === undefined) return false;
  }
}

/**
 * Values for blank cells below the first of a group, by column and row: only where it is no form of ours, nothing on the sheet is merged, the
 * first row has a value, no value stands twice in a row of cells, and most rows are blank.
 */
function lostMerges(table: RosterTable): ReadonlyMap<number, ReadonlyMap<number, Cell>> {
  const found = new Map<number, ReadonlyMap<number, Cell>>();
  if (table.form || table.rows.some((row) => row.cells.some((cell) => cell.fromMerge === true))) return found;
  for (const { field, index } of table.columns) {
    if (field === null || !groupColumns.has(field)) continue;
    const filling = groupFilling(table.rows, index, titleFields.has(field) ? titleShare : groupShare);
    if (filling !== undefined) found.set(index, filling);
  }
  return found;
}

function groupFilling(
  rows: readonly RosterRow[],
  column: number,
  share: number,
): ReadonlyMap<number, Cell> | undefined {
  const filling = new Map<number, Cell>();
  const values = new Set<string>();
  let current: Cell | undefined;
  let section = rows[0]?.section;
  for (const row of rows) {
    const cell = row.cells.find((each) => each.column === column && each.text.trim() !== '');
    if (cell !== undefined) {
      if (values.has(cell.text)) return undefined;
      values.add(cell.text);
      current = cell;
    } else if (current === undefined || row.section !== section) return undefined;
    else filling.set(row.number, current);
    section = row.section;
  }
  return filling.size > 0 && values.size <= rows.length * share ? filling : undefined;
}
