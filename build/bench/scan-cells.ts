import { readFileSync } from 'node:fs';
import { readDirectory, readEntry } from '#electron/excel/read/zip-archive.ts';

/**
 * The least that can be done with the first sheet of a workbook: its bytes scanned for cells, shared texts looked up. It
 * knows neither days nor shares, believes everything, and serves as the floor of a measurement alone.
 */
export function* scanCells(path: string): Generator<string[]> {
  const bytes = readFileSync(path);
  const entries = readDirectory(bytes) ?? [];
  const part = (name: string) => {
    const entry = entries.find((each) => each.name === name);
    return entry === undefined ? undefined : readEntry(bytes, entry).toString('latin1');
  };
  const shared = [...textsIn(part('xl/sharedStrings.xml') ?? '')];
  const sheet = part('xl/worksheets/sheet1.xml') ?? '';
  for (let row = sheet.indexOf('<row'); row >= 0; ) {
    const next = sheet.indexOf('<row', row + 4);
    yield cellsIn(sheet, row, next < 0 ? sheet.length : next, shared);
    row = next;
  }
}

function* textsIn(xml: string): Generator<string> {
  for (let at = xml.indexOf('<t'); at >= 0; at = xml.indexOf('<t', at)) {
    const start = xml.indexOf('>', at) + 1;
    at = xml.indexOf('</t>', start);
    yield Buffer.from(xml.slice(start, at), 'latin1').toString('utf8');
  }
}

function cellsIn(xml: string, from: number, until: number, shared: readonly string[]): string[] {
  const cells: string[] = [];
  for (let at = xml.indexOf('<c ', from); at >= 0 && at < until; at = xml.indexOf('<c ', at + 3)) {
    const close = xml.indexOf('>', at);
    const value = xml.indexOf('<v>', close);
    const end = xml.indexOf('</v>', value);
    const text = xml.slice(value + 3, end);
    cells.push(xml.slice(at, close).includes('t="s"') ? (shared[Number(text)] ?? '') : text);
    at = end;
  }
  return cells;
}
