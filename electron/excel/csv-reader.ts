import type { Cell, Sheet, SheetRow } from '#shared/roster/grid.ts';

/** Separators that are tried, in order of preference. */
const separators = [',', '\t', ';', '|'];

/** Reads a csv of any usual encoding into one sheet. Every cell is text, so codes and leading zeros stay whole. */
export function readCsv(bytes: Buffer): readonly Sheet[] {
  const text = decode(bytes);
  const rows: SheetRow[] = [];
  for (const [index, fields] of parseCsv(text, separatorOf(text)).entries()) {
    const cells = fields.flatMap((field, column): Cell[] =>
      field === '' ? [] : [{ column: column + 1, kind: 'text', text: field, number: null }],
    );
    if (cells.length > 0) rows.push({ number: index + 1, hidden: false, cells });
  }
  return [{ name: '数据', hidden: false, rows }];
}

/** UTF-8 or UTF-16 by their marks, strict UTF-8, else GB18030. */
function decode(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    // Not UTF-8: rosters saved by Excel and WPS in China are GB18030.
    return new TextDecoder('gb18030').decode(bytes);
  }
}

/** The separator that splits the first lines into the most fields. */
function separatorOf(text: string): string {
  const start = text.slice(0, 4000);
  const count = (separator: string) =>
    parseCsv(start, separator).reduce((sum, row) => sum + row.length - 1, 0);
  return separators.reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** Splits a text by RFC 4180: quoted fields may hold separators, line breaks and doubled quotes. */
function parseCsv(text: string, separator: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let at = text.charCodeAt(0) === 0xfeff ? 1 : 0;
  while (at < text.length) {
    const [field, next] = text[at] === '"' ? quoted(text, at, separator) : bare(text, at, separator);
    row.push(field);
    at = next;
    if (text[at] === separator) {
      at += 1;
      if (at === text.length) row.push('');
      continue;
    }
    rows.push(row);
    row = [];
    if (text[at] === '\r') at += 1;
    if (text[at] === '\n') at += 1;
  }
  if (row.length > 0) rows.push(row);
  return rows;
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
    if (quote < 0) return [value + text.slice(at), text.length];
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') {
      const [rest, end] = bare(text, quote + 1, separator);
      return [value + rest, end];
    }
    value += '"';
    at = quote + 2;
  }
  return [value, at];
}
