import { type CellObject, read, set_cptable, type WorkBook, type WorkSheet } from '@e965/xlsx';
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs';
import type { MergedBlock } from '../arrange-sheet.ts';
import type { SheetPacker, WorkbookPacker } from '../workbook-packer.ts';
import {
  booleanValue,
  type CellValue,
  errorValue,
  percentText,
  plainNumber,
  textValue,
} from './cell-values.ts';
import { meaningOfCode } from './xlsx-styles.ts';

set_cptable(codepages);

/** A cell as the library gives it in its dense form. */
type DenseRow = readonly (CellObject | undefined)[] | undefined;

/**
 * Reads a workbook with the library: old .xls and .et of any codepage, .ods, .xlsb, XML of 2003, pages saved as .xls, and
 * an .xlsx that our own reader does not know. `WTF` makes it throw where it would otherwise hand out an empty sheet.
 */
export function readWithLibrary(content: Buffer | string, into: WorkbookPacker): void {
  const options = {
    dense: true,
    cellDates: true,
    UTC: true,
    nodim: true,
    WTF: true,
    // Without it nothing says which rows are hidden.
    cellStyles: true,
    cellHTML: false,
    // Without it nothing says which numbers are shares.
    cellNF: true,
  } as const;
  const book: WorkBook =
    typeof content === 'string'
      ? read(content, { ...options, type: 'string', raw: true })
      : read(content, { ...options, type: 'buffer' });
  for (const [index, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name];
    if (sheet === undefined) throw new Error(`sheet ${name} was not read`);
    // Sheets that hold only a chart or macros have no cells.
    if (sheet['!type'] !== undefined && sheet['!type'] !== 'sheet') continue;
    const hidden = (book.Workbook?.Sheets?.[index]?.Hidden ?? 0) !== 0;
    into.sheet(name, hidden, (packer) => readRows(sheet, packer));
  }
}

function readRows(sheet: WorkSheet, into: SheetPacker): readonly MergedBlock[] {
  // `dense` puts the cells there, which the library's types leave open.
  const data = (sheet['!data'] ?? []) as readonly DenseRow[];
  for (const [index, row] of data.entries()) {
    for (const [column, cell] of (row ?? []).entries()) {
      const value = cell === undefined ? undefined : readValue(cell);
      if (value !== undefined) into.cell(column + 1, value);
    }
    into.endRow(index + 1, sheet['!rows']?.[index]?.hidden === true);
  }
  return (sheet['!merges'] ?? []).map(({ s, e }) => ({
    top: s.r + 1,
    left: s.c + 1,
    bottom: e.r + 1,
    right: e.c + 1,
  }));
}

function readValue(cell: CellObject): CellValue | undefined {
  const { v: value } = cell;
  switch (cell.t) {
    case 's':
      return typeof value === 'string' ? textValue(value) : undefined;
    case 'n':
      return typeof value === 'number' && Number.isFinite(value)
        ? { kind: 'number', text: isShare(cell) ? percentText(value) : plainNumber(value), number: value }
        : undefined;
    case 'b':
      return booleanValue(value === true);
    case 'd':
      return value instanceof Date ? dayValue(value, cell) : undefined;
    case 'e':
      return errorValue(cell.w ?? '');
    default:
      return undefined;
  }
}

function isShare({ z: format }: CellObject): boolean {
  return typeof format === 'string' && meaningOfCode(format) === 'percent';
}

/** Days by their UTC parts; what lies before 1900 is a time of day. */
function dayValue(value: Date, cell: CellObject): CellValue | undefined {
  if (Number.isNaN(value.getTime())) return undefined;
  const day = value.toISOString().slice(0, 10);
  return day < '1900-01-01' ? textValue(cell.w ?? '') : { kind: 'date', text: day, number: null };
}
