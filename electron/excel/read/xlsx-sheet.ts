import type { Cell, SheetRow } from '#shared/roster/grid.ts';
import {
  booleanValue,
  type CellValue,
  errorValue,
  type NumberMeaning,
  numberValue,
  textValue,
} from './cell-values.ts';
import { fillMerges, type MergedBlock } from './merge-cells.ts';
import { readRichText } from './xlsx-strings.ts';
import { XmlScan } from './xml-scan.ts';

/** What the cells of a sheet refer to. */
export type SheetContext = {
  readonly strings: readonly string[];
  readonly styles: readonly NumberMeaning[];
  readonly from1904: boolean;
};

const largest = { column: 16_384, row: 1_048_576 };

/**
 * Reads the cells of a sheet. What the sheet says of its own size is not believed; rows and cells without a place
 * follow the one before; formulas count by the result they were saved with.
 */
export function readSheetXml(xml: string, context: SheetContext): readonly SheetRow[] {
  const scan = new XmlScan(xml);
  const rows: SheetRow[] = [];
  const merges: MergedBlock[] = [];
  let previous = 0;
  let inData = false;
  for (let found = scan.next(); found !== 'end'; found = scan.next()) {
    if (found === 'close' || scan.name === 'sheetData') {
      // Pictures and controls have rows of their own further below.
      if (scan.name === 'sheetData') inData = found === 'open' && !scan.closesItself;
    } else if (scan.name === 'row' && inData) {
      const number = Number(scan.attribute('r') ?? previous + 1);
      if (!(number >= 1 && number <= largest.row)) throw new Error(`row ${number}`);
      previous = number;
      const hidden = isTrue(scan.attribute('hidden'));
      const cells = scan.closesItself ? [] : readCells(scan, context);
      if (cells.length > 0) rows.push({ number, hidden, cells });
    } else if (scan.name === 'mergeCell') {
      const block = blockOf(scan.attribute('ref') ?? '');
      if (block !== undefined) merges.push(block);
    } else if (passedOver.has(scan.name)) scan.skip();
  }
  return fillMerges(inOrder(rows), merges);
}

/** Parts of a sheet without values. */
const passedOver = new Set([
  'extLst',
  'dataValidations',
  'conditionalFormatting',
  'sheetViews',
  'cols',
  'hyperlinks',
]);

function readCells(scan: XmlScan, context: SheetContext): Cell[] {
  const cells: Cell[] = [];
  let previous = 0;
  let sorted = true;
  for (;;) {
    const found = scan.next();
    if (found === 'end') throw new Error('a row does not end');
    if (found === 'close') {
      if (scan.name === 'row') break;
    } else if (scan.name === 'c') {
      const place = scan.attribute('r');
      const column = place === undefined ? previous + 1 : columnOf(place);
      if (!(column >= 1 && column <= largest.column)) throw new Error(`cell ${place}`);
      if (column <= previous) sorted = false;
      previous = column;
      const value = readCell(scan, context);
      if (value !== undefined) cells.push({ column, ...value });
    }
  }
  return sorted ? cells : lastOfEach(cells);
}

/** Cells out of order, or one place twice: the later one counts, as in the programs that open such files. */
function lastOfEach(cells: readonly Cell[]): Cell[] {
  return [...new Map(cells.map((cell) => [cell.column, cell])).values()].sort((a, b) => a.column - b.column);
}

function readCell(scan: XmlScan, context: SheetContext): CellValue | undefined {
  const type = scan.attribute('t');
  const style = scan.attribute('s');
  if (scan.closesItself) return undefined;
  let value: string | undefined;
  let inline: string | undefined;
  for (;;) {
    const found = scan.next();
    if (found === 'end') throw new Error('a cell does not end');
    if (found === 'close') {
      if (scan.name === 'c') break;
    } else if (scan.name === 'v') value = scan.textInside();
    else if (scan.name === 'is') inline = readRichText(scan);
    else if (scan.name === 'f') scan.skip();
  }
  return typedValue(type, value, inline, context.styles[Number(style ?? 0)] ?? 'plain', context);
}

function typedValue(
  type: string | undefined,
  value: string | undefined,
  inline: string | undefined,
  meaning: NumberMeaning,
  { strings, from1904 }: SheetContext,
): CellValue | undefined {
  if (inline !== undefined) return textValue(inline);
  if (value === undefined || (type === 's' && value.trim() === '')) return undefined;
  switch (type) {
    case 's': {
      const text = strings[Number(value)];
      if (text === undefined) throw new Error(`shared text ${value} is missing`);
      return textValue(text);
    }
    case 'str':
    case 'inlineStr':
      return textValue(value);
    case 'b':
      return booleanValue(isTrue(value));
    case 'e':
      return errorValue(value);
    case 'd':
      return /^\d{4}-\d{2}-\d{2}/.test(value)
        ? { kind: 'date', text: value.slice(0, 10), number: null }
        : textValue(value);
    default: {
      if (value.trim() === '') return undefined;
      const number = Number(value);
      // Words where a number should be: kept as they stand, so that nothing is lost.
      if (!Number.isFinite(number)) return textValue(value);
      return numberValue(number, meaning, from1904);
    }
  }
}

function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}

/** Column of an address such as `AB12`; 0 when it is none. */
function columnOf(address: string): number {
  let column = 0;
  for (let at = 0; at < address.length; at += 1) {
    const sign = address.charCodeAt(at) & ~32;
    if (sign < 65 || sign > 90) break;
    column = column * 26 + sign - 64;
  }
  return column;
}

function blockOf(reference: string): MergedBlock | undefined {
  const match = /^\$?([A-Z]+)\$?(\d+):\$?([A-Z]+)\$?(\d+)$/i.exec(reference);
  if (match === null) return undefined;
  const [, left = '', top = '', right = '', bottom = ''] = match;
  return { left: columnOf(left), top: Number(top), right: columnOf(right), bottom: Number(bottom) };
}

function inOrder(rows: readonly SheetRow[]): readonly SheetRow[] {
  const sorted = rows.every((row, index) => index === 0 || row.number > (rows[index - 1]?.number ?? 0));
  if (sorted) return rows;
  const byNumber = new Map<number, SheetRow>();
  for (const row of rows) {
    const before = byNumber.get(row.number);
    byNumber.set(
      row.number,
      before === undefined ? row : { ...row, cells: lastOfEach([...before.cells, ...row.cells]) },
    );
  }
  return [...byNumber.values()].sort((a, b) => a.number - b.number);
}
