import type { WorkbookPacker } from './workbook-packer.ts';

/** Separators that are tried, in order of preference. */
const separators = [',', '\t', ';', '|'];
/** No program writes more into one cell (Excel: 32,767 signs). */
const longestField = 100_000;

/** Reads a csv of any usual encoding into one sheet. Every cell is text, so codes and leading zeros stay whole. */
export function readCsv(bytes: Buffer, into: WorkbookPacker): void {
  const text = decode(bytes);
  const named = /^\uFEFF?sep=(.)\r?(?:\n|$)/i.exec(text.slice(0, 10));
  into.sheet('数据', false, (sheet) => {
    for (const { number, fields } of parseCsv(text, named?.[1] ?? separatorOf(text))) {
      // The line `sep=;` that Excel reads as the name of the separator is no row.
      if (named !== null && number === 1) continue;
      for (const [column, field] of fields.entries()) {
        if (field !== '') sheet.cell(column + 1, { kind: 'text', text: field, number: null });
      }
      sheet.endRow(number, false);
    }
    return [];
  });
}

/** UTF-8, UTF-16 or UTF-32 by their marks or by where their zeros lie, strict UTF-8, else GB18030. */
function decode(bytes: Buffer): string {
  const wide = wideEncoding(bytes);
  if (wide === 'utf-32le' || wide === 'utf-32be') return decodeUtf32(bytes, wide === 'utf-32le');
  if (wide !== undefined) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Rosters saved by Excel and WPS in China are GB18030, unless all but a damaged sign or two is UTF-8.
    const lenient = new TextDecoder('utf-8').decode(bytes);
    return isMostlyWhole(lenient) ? lenient : new TextDecoder('gb18030').decode(bytes);
  }
}

/** Whether hardly any of the Chinese signs of a text was lost; of GB18030 read as UTF-8 most are. */
function isMostlyWhole(text: string): boolean {
  const lost = text.match(/\ufffd/g)?.length ?? 0;
  const whole = text.match(/[\u4e00-\u9fff]/g)?.length ?? 0;
  return lost * 20 < whole;
}

/** Whether bytes with zeros among them are text all the same: UTF-16 or UTF-32. */
export function isWideText(bytes: Buffer): boolean {
  return wideEncoding(bytes) !== undefined;
}

function wideEncoding(bytes: Buffer): 'utf-16le' | 'utf-16be' | 'utf-32le' | 'utf-32be' | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 && bytes.length > 4 ? 'utf-32le' : 'utf-16le';
  if (a === 0xfe && b === 0xff) return 'utf-16be';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be';
  return unmarkedEncoding(bytes.subarray(0, 4096));
}

/** Without a mark, separators and line ends betray the width: one half of each is zero, always the same one. */
function unmarkedEncoding(start: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  if (!start.includes(0) || start.length % 2 !== 0) return undefined;
  let [low, high, other] = [0, 0, 0];
  for (let at = 0; at + 1 < start.length; at += 2) {
    const [first, second] = [start[at] ?? 0, start[at + 1] ?? 0];
    if (first === 0 && second === 0) other += 1;
    else if (second === 0 && isPlain(first)) low += 1;
    else if (first === 0 && isPlain(second)) high += 1;
  }
  if (other > 0) return undefined;
  if (low > 1 && high === 0) return 'utf-16le';
  return high > 1 && low === 0 ? 'utf-16be' : undefined;
}

function isPlain(byte: number): boolean {
  return byte === 9 || byte === 10 || byte === 13 || (byte >= 32 && byte < 127);
}

function decodeUtf32(bytes: Buffer, littleEndian: boolean): string {
  const signs: string[] = [];
  for (let at = 4; at + 3 < bytes.length; at += 4) {
    const code = littleEndian ? bytes.readUInt32LE(at) : bytes.readUInt32BE(at);
    signs.push(code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd');
  }
  return signs.join('');
}

/** The separator that splits the first lines into the most fields. */
function separatorOf(text: string): string {
  const start = text.slice(0, 4000);
  const count = (separator: string) =>
    [...parseCsv(start, separator)].reduce((sum, { fields }) => sum + fields.length - 1, 0);
  return separators.reduce((best, each) => (count(each) > count(best) ? each : best));
}

type CsvRow = { readonly number: number; readonly fields: readonly string[] };

/**
 * Splits a text by RFC 4180: quoted fields may hold separators, line breaks and doubled quotes. A quote that nothing closes
 * (12"显示屏, or one at the start of a field) is a sign like any other, so that it never swallows the rows below.
 */
function* parseCsv(text: string, separator: string): Generator<CsvRow> {
  let number = 0;
  let row: string[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const [field, next] = text[at] === '"' ? quoted(text, at, separator) : bare(text, at, separator);
    row.push(field);
    at = next;
    if (text[at] === separator) {
      at += 1;
      if (at < text.length) continue;
      row.push('');
    }
    number += 1;
    // Rows without a sign are only counted: a file may hold millions of them.
    if (row.some((each) => each !== '')) yield { number, fields: row };
    row = [];
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
  }
}

function bare(text: string, start: number, separator: string): [string, number] {
  let end = start;
  while (end < text.length && text[end] !== separator && text[end] !== '\n' && text[end] !== '\r') end += 1;
  return [text.slice(start, end), end];
}

function quoted(text: string, start: number, separator: string): [string, number] {
  let value = '';
  let at = start + 1;
  while (at < text.length) {
    const quote = text.indexOf('"', at);
    if (quote < 0 || quote - start > longestField) break;
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const [rest, end] = bare(text, quote + 1, separator);
      const strays = rest.trim() !== '' && value.includes('\n');
      return strays ? bare(text, start, separator) : [value + rest, end];
    }
    value += '"';
    at = quote + 2;
  }
  return bare(text, start, separator);
}
