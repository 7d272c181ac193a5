import type { MergedBlock } from '../arrange-sheet.ts';
import type { SheetPacker } from '../workbook-packer.ts';
import {
  booleanValue,
  type CellValue,
  errorValue,
  type NumberMeaning,
  numberValue,
  textValue,
} from './cell-values.ts';
import { readRichText } from './xlsx-strings.ts';
import type { XmlScan } from './xml-scan.ts';

/** What the cells of a sheet refer to. */
export type SheetContext = {
  /** Places of the shared texts by their index, -1 for one without text. */
  readonly strings: Int32Array;
  readonly styles: readonly NumberMeaning[];
  readonly from1904: boolean;
};

const largest = { column: 16_384, row: 1_048_576 };

/**
 * Reads the cells of a sheet and answers its merged blocks. What the sheet says of its own size is not believed; rows and
 * cells without a place follow the one before; formulas count by the result they were saved with.
 */
export function readSheetXml(
  scan: XmlScan,
  context: SheetContext,
  into: SheetPacker,
): readonly MergedBlock[] {
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
      if (!scan.closesItself) readCells(scan, context, into);
      into.endRow(number, hidden);
    } else if (scan.name === 'mergeCell') {
      const block = blockOf(scan.attribute('ref') ?? '');
      if (block !== undefined) merges.push(block);
    } else if (passedOver.has(scan.name)) scan.skip();
  }
  return merges;
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

function readCells(scan: XmlScan, context: SheetContext, into: SheetPacker): void {
  let previous = 0;
  for (;;) {
    const found = scan.next();
    if (found === 'end') throw new Error('a row does not end');
    if (found === 'close') {
      if (scan.name === 'row') return;
    } else if (scan.name === 'c') {
      const place = scan.attribute('r');
      const column = place === undefined ? previous + 1 : columnOf(place);
      if (!(column >= 1 && column <= largest.column)) throw new Error(`cell ${place}`);
      previous = column;
      readCell(scan, column, context, into);
    }
  }
}

function readCell(scan: XmlScan, column: number, context: SheetContext, into: SheetPacker): void {
  const type = scan.attribute('t');
  const style = scan.attribute('s');
  if (scan.closesItself) return;
  const usual = scan.usualValue();
  const { value, inline } = usual === undefined ? insideCell(scan) : { value: usual, inline: undefined };
  if (type === 's' && inline === undefined) {
    const place = value === undefined || value.trim() === '' ? -1 : context.strings[Number(value)];
    if (place === undefined) throw new Error(`shared text ${value} is missing`);
    if (place >= 0) into.sharedText(column, place);
    return;
  }
  const typed =
    inline === undefined
      ? typedValue(type, value, context.styles[Number(style ?? 0)] ?? 'plain', context.from1904)
      : textValue(inline);
  if (typed !== undefined) into.cell(column, typed);
}

function insideCell(scan: XmlScan): { readonly value?: string; readonly inline?: string } {
  let inside: { readonly value?: string; readonly inline?: string } = {};
  for (;;) {
    const found = scan.next();
    if (found === 'end') throw new Error('a cell does not end');
    if (found === 'close') {
      if (scan.name === 'c') return inside;
    } else if (scan.name === 'v') inside = { ...inside, value: scan.textInside() };
    else if (scan.name === 'is') inside = { ...inside, inline: readRichText(scan) };
    else if (scan.name === 'f') scan.skip();
  }
}

function typedValue(
  type: string | undefined,
  value: string | undefined,
  meaning: NumberMeaning,
  from1904: boolean,
): CellValue | undefined {
  if (value === undefined) return undefined;
  switch (type) {
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
