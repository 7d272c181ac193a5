import type { SheetColumn, TableCell, TableRow, TableSheet } from '#electron/excel/write/table-sheet.ts';
import type { ComparedRow } from '#shared/roster/compare-rows.ts';
import type { RosterRow } from '#shared/roster/find-tables.ts';
import { addressOf, type Cell, type SheetRow } from '#shared/roster/grid.ts';
import { isWaiting } from '../imports/counts.ts';
import type { DraftTable } from '../imports/draft-store.ts';
import { headGrid } from './head-grid.ts';

/** Heading of the column that says what is wrong; the import knows it and reads nothing from it. */
const reasonHeader = '错误原因';
const widest = 40;

/** Whether a row of a draft has to go back to its sender: 错误, 冲突, or waiting for 确认. */
function goesBack(row: ComparedRow, table: DraftTable): boolean {
  return row.outcome === 'reject' || row.outcome === 'conflict' || isWaiting(row, table);
}

/** The tables of a draft with rows to mend, one sheet each: the sender's lines, header and cells as they were, then what is wrong. */
export function errorSheets(tables: readonly DraftTable[]): {
  readonly sheets: readonly TableSheet[];
  readonly rows: number;
} {
  const found = tables
    .map((table) => ({ table, wrong: table.rows.filter((row) => goesBack(row, table)) }))
    .filter(({ wrong }) => wrong.length > 0);
  return {
    sheets: found.map(({ table, wrong }) => errorSheet(table, tables, wrong)),
    rows: found.reduce((sum, { wrong }) => sum + wrong.length, 0),
  };
}

function errorSheet(
  table: DraftTable,
  all: readonly DraftTable[],
  wrong: readonly ComparedRow[],
): TableSheet {
  const { found } = table;
  const rows = new Map(found.rows.map((row) => [row.number, row]));
  const width = Math.max(
    ...found.columns.map(({ index }) => index),
    ...found.rows.map((row) => row.cells.at(-1)?.column ?? 0),
  );
  const head = headGrid(table, all, width);
  const levels = head.upper.length;
  const labels = [...head.labels, levels === 0 ? reasonHeader : ''];
  const several = new Set(all.map(({ fileName }) => fileName)).size > 1;
  const stem = table.fileName.replace(/\.[^.]*$/, '');
  return {
    name: several ? `${stem} ${found.sheet}` : found.sheet,
    lines: linesAbove(table).map((text) => ({ text, look: 'note' })),
    upperHeads: head.upper.map((texts, level) => [...texts, level === 0 ? reasonHeader : null]),
    headMerges:
      levels === 0 ? head.merges : [...head.merges, { top: 0, left: width, bottom: levels, right: width }],
    columns: labels.map(
      (label, index): SheetColumn => ({
        label,
        kind: 'plain',
        width: index === width ? 60 : columnWidth(label, index + 1, found.rows),
      }),
    ),
    batches: [wrong.map((row) => errorRow(row, rows.get(row.checked.row), width))],
    total: null,
    footLines: [],
    frozenColumns: 0,
    filter: false,
  };
}

/** The lines that stood above the header: title, sender, unit. */
function linesAbove({ sheet, found }: DraftTable): readonly string[] {
  const above = new Set(found.skipped.filter(({ row }) => row < found.headerRow).map(({ row }) => row));
  return sheet.rows
    .filter(({ number }) => above.has(number))
    .map((row) =>
      ownCells(row)
        .map((cell) => cell.text.trim())
        .join(' '),
    )
    .filter((text) => text !== '');
}

function ownCells(row: SheetRow): readonly Cell[] {
  return row.cells.filter((cell) => cell.fromMerge === undefined);
}

function columnWidth(label: string, column: number, rows: readonly RosterRow[]): number {
  const texts = rows.slice(0, 100).map((row) => row.cells.find((cell) => cell.column === column)?.text ?? '');
  const longest = Math.max(label.length, ...texts.map((text) => text.length));
  return Math.min(widest, longest * 2 + 2);
}

function errorRow(row: ComparedRow, source: RosterRow | undefined, width: number): TableRow {
  const number = row.checked.row;
  const wrong = new Set(row.issues.filter(({ severity }) => severity !== 'info').map((issue) => issue.cell));
  const cells = Array.from({ length: width }, (_, index): TableCell => {
    const marked = wrong.has(addressOf(number, index + 1));
    return senderCell(
      source?.cells.find((cell) => cell.column === index + 1),
      marked,
    );
  });
  return [...cells, { value: reasonOf(row), kind: 'text', look: 'plain' }];
}

/** A cell with the type it came with; a filled-down one keeps its value, the merge does not survive without its other rows. */
function senderCell(cell: Cell | undefined, marked: boolean): TableCell {
  const look = marked ? 'marked' : 'plain';
  if (cell === undefined) return { value: null, look };
  if (cell.kind === 'number') return { value: cell.number, kind: 'plain', look };
  if (cell.kind === 'date') return { value: cell.text, kind: 'day', look };
  return { value: cell.text, kind: 'plain', look };
}

function reasonOf(row: ComparedRow): string {
  const lines = row.issues
    .filter(({ severity }) => severity !== 'info')
    .map(({ message, fix }) => (fix === null ? message : `${message}；${fix}`));
  const reasons = lines.length === 0 && row.reason !== null ? [row.reason] : lines;
  return `原表第 ${row.checked.row} 行：${[...new Set(reasons)].join('。')}`;
}
