import { AppError } from '#shared/contract/errors.ts';
import { type CheckedRow, createRowChecker } from '#shared/roster/check-rows.ts';
import type { Finders } from '#shared/roster/context.ts';
import type { RosterField } from '#shared/roster/fields.ts';
import { asKind, type RosterRow, type RosterTable, type TableColumn } from '#shared/roster/find-tables.ts';
import { addressOf, type Cell } from '#shared/roster/grid.ts';
import { breathe, type JobControl } from '../job-control.ts';
import type { ChosenMapping, TableWork } from './draft-store.ts';

/** Rows checked before others get a turn. */
const sliceSize = 500;

/** A table as a person wants it read: with the chosen columns and the corrected cells. */
export function prepareTable(
  found: RosterTable,
  work: Pick<TableWork, 'mapping' | 'fixes'>,
  finders: Finders,
): RosterTable {
  const mapped = work.mapping === null ? found : withMapping(found, work.mapping, finders);
  if (work.fixes.size === 0) return mapped;
  return { ...mapped, rows: mapped.rows.map((row) => withFixes(row, mapped, work.fixes)) };
}

/** A table with the columns given to the fields that were chosen; a field feeds from one column only. */
function withMapping(found: RosterTable, { kind, columns }: ChosenMapping, finders: Finders): RosterTable {
  const table = kind === found.kind ? found : asKind(found, kind, '由经办人指定', finders);
  const chosen = new Map(columns.map(({ index, field }) => [index, field]));
  const given = new Set(columns.map(({ field }) => field));
  const taken = new Set<RosterField>();
  const mapped = table.columns.map((column) => {
    const field =
      chosen.get(column.index) ?? (chosen.has(column.index) || given.has(column.field) ? null : column.field);
    if (field === null) return single(column, field);
    if (taken.has(field)) throw new AppError('bad-request', { problem: '两列不能对应同一栏。' });
    taken.add(field);
    const keepsPair =
      column.field === field && column.pair?.every((each) => each === field || !given.has(each));
    return keepsPair === true ? column : single(column, field);
  });
  return { ...table, columns: mapped };
}

/** A column that feeds one field only. */
function single({ pair: _, ...column }: TableColumn, field: RosterField | null): TableColumn {
  return { ...column, field };
}

/** A corrected cell is text that a person typed; a blank one takes the cell away. */
function withFixes(row: RosterRow, table: RosterTable, fixes: ReadonlyMap<string, string>): RosterRow {
  const cells = table.columns.flatMap(({ index }): Cell[] => {
    const text = fixes.get(addressOf(row.number, index));
    return text === undefined ? [] : [{ column: index, kind: 'text', text, number: null }];
  });
  if (cells.length === 0) return row;
  const fixed = new Set(cells.map(({ column }) => column));
  const kept = row.cells.filter(({ column }) => !fixed.has(column));
  const merged = [...kept, ...cells.filter(({ text }) => text.trim() !== '')];
  return { ...row, cells: merged.sort((a, b) => a.column - b.column) };
}

/** Checks every row of a table, in slices. */
export async function checkTable(
  table: RosterTable,
  finders: Finders,
  job: JobControl,
): Promise<readonly CheckedRow[]> {
  const check = createRowChecker(table, finders);
  const checked: CheckedRow[] = [];
  for (const row of table.rows) {
    checked.push(check(row));
    if (checked.length % sliceSize !== 0) continue;
    job.progress('核对', checked.length, table.rows.length);
    await breathe(job.signal);
  }
  return checked;
}
