import { isDay } from '#shared/domain/day.ts';
import { fenPerWan } from '#shared/domain/money.ts';
import { columnLetters } from '#shared/roster/grid.ts';
import { cellText, startsFormula } from './safe-text.ts';
import { type FrameLook, frameStyle, numberStyle, textStyle } from './styles.ts';
import { type SheetColumn, styledCell, type TableCell, type TableRow } from './table-sheet.ts';

const ppm = 1_000_000;
const dayMs = 86_400_000;
/** Day 0 of a spreadsheet; from 1900-03-01 on its count is the calendar's. */
const dayZero = Date.UTC(1899, 11, 30);
const firstSureDay = '1900-03-01';

/** Names of the columns, made once for a sheet. */
export function columnNames(columns: readonly SheetColumn[]): readonly string[] {
  return columns.map((_, index) => columnLetters(index + 1));
}

/** One row of values as XML. Numbers are numbers, days are days, everything else is text and never a formula. */
export function rowXml(
  row: TableRow,
  number: number,
  columns: readonly SheetColumn[],
  names: readonly string[],
): string {
  let xml = `<row r="${number}">`;
  for (const [index, column] of columns.entries()) {
    xml += cellXml(row[index], column, `${names[index]}${number}`);
  }
  return `${xml}</row>`;
}

function cellXml(cell: TableCell | undefined, column: SheetColumn, address: string): string {
  const { value, look, kind = column.kind } = styledCell(cell);
  if (value === null || value === '') return `<c r="${address}" s="${numberStyle(kind, look)}"/>`;
  if (typeof value === 'number') {
    const number = kind === 'wan' ? value / fenPerWan : kind === 'percent' ? value / ppm : value;
    return `<c r="${address}" s="${numberStyle(kind, look)}"><v>${number}</v></c>`;
  }
  if (kind === 'day' && isDay(value) && value >= firstSureDay) {
    return `<c r="${address}" s="${numberStyle(kind, look)}"><v>${(Date.parse(value) - dayZero) / dayMs}</v></c>`;
  }
  return textXml(value, address, textStyle(look, startsFormula(value)));
}

/** A line of one text outside the rows. */
export function frameRowXml(
  texts: readonly (string | null)[],
  number: number,
  look: FrameLook,
  height?: number,
): string {
  const style = frameStyle(look);
  const cells = texts.map((text, index) => {
    const address = `${columnLetters(index + 1)}${number}`;
    return text === null || text === '' ? `<c r="${address}" s="${style}"/>` : textXml(text, address, style);
  });
  const tall = height === undefined ? '' : ` ht="${height}" customHeight="1"`;
  return `<row r="${number}"${tall}>${cells.join('')}</row>`;
}

function textXml(text: string, address: string, style: number): string {
  return `<c r="${address}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(cellText(text))}</t></is></c>`;
}

/** A text inside XML; what reads like the format's own `_x0041_` is marked, or it would come back as a sign. */
export function escapeXml(text: string): string {
  if (!/[&<>"]|_x[0-9A-Fa-f]{4}_/.test(text)) return text;
  return text
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;');
}
