import type { Cell, SheetRow } from './grid.ts';
import { isKnownHeader, matchHeader } from './match-headers.ts';
import { recordHeaderKey, yearInHeader } from './records/aliases.ts';

/** A header found on a sheet: the rows it covers and its text by column, levels joined. */
export type Header = {
  readonly first: number;
  readonly last: number;
  readonly texts: ReadonlyMap<number, string>;
};

/** Header levels at most: 2024年 over 营收. */
const levelsAtMost = 3;
/** Longest text of a header cell; longer ones are notes or data. */
const longestText = 60;
/** A name column with one of the first of its aliases makes a header by itself. */
const plainNames = 12;
/** Of those, the ones that stand in no row but a header, whatever stands beside them. */
const certainNames = 5;

/** All headers of a sheet, from the top; the same header again directly below its own table is not one more. */
export function findHeaders(rows: readonly SheetRow[]): readonly Header[] {
  const found: Header[] = [];
  let index = 0;
  while (index < rows.length) {
    const header = mayBeHeader(rows[index]) ? headerAt(rows, index) : undefined;
    if (header === undefined) index += 1;
    else {
      found.push(header);
      while (index < rows.length && (rows[index]?.number ?? 0) <= header.last) index += 1;
    }
  }
  return found;
}

/** A cheap look at a row before its cells are matched: every header has a short cell that speaks of a firm or a code. */
function mayBeHeader(row: SheetRow | undefined): boolean {
  return (
    row?.cells.some(({ kind, text }) => kind === 'text' && text.length <= longestText && speaks.test(text)) ??
    false
  );
}

const speaks = /[名企单公纳主代码情].{0,3}[称业位司码名况体位\s]|名\s*[称单字]|信\s*用|企\s*业/u;

/** The header that begins at this row, with as many levels as make it clearer; nothing when it is none. */
function headerAt(rows: readonly SheetRow[], start: number): Header | undefined {
  const row = rows[start];
  if (row === undefined) return undefined;
  let best = isHeader(textsOf(row.cells), row) ? { texts: textsOf(row.cells), last: row.number } : undefined;
  if (best === undefined && (isRemark(row) || row.cells.some((cell) => isValue(cell.text)))) return undefined;
  let most = best === undefined ? 0 : fieldsIn(best.texts);
  let texts = textsOf(row.cells);
  for (let level = 1; level < levelsAtMost; level += 1) {
    const next = rows[start + level];
    if (next === undefined || next.number !== row.number + level || !isHeaderLevel(next)) break;
    texts = joinLevels(texts, textsOf(next.cells));
    if (best === undefined && addsNothing(row, texts, next)) break;
    const count = fieldsIn(texts);
    const continues = next.cells.some(
      (cell) => cell.fromMerge === true && texts.get(cell.column) === cell.text.trim(),
    );
    if ((count > most || (best !== undefined && continues && count >= most)) && isHeader(texts, next)) {
      best = { texts, last: next.number };
      most = count;
    }
  }
  return best === undefined ? undefined : { first: row.number, ...best };
}

/** A row without merged cells whose words the next row replaces all: it is a row of data or a remark above a header. */
function addsNothing(row: SheetRow, joined: ReadonlyMap<number, string>, next: SheetRow): boolean {
  const lower = textsOf(next.cells);
  return (
    row.cells.every((cell) => cell.fromMerge !== true && lower.has(cell.column)) &&
    [...lower].every(([column, text]) => joined.get(column) === text)
  );
}

/**
 * A line that stands alone (also merged over the table from its first columns) or only fills in forms (单位：万元,
 * 填报人：张三): it is never the upper level of a header.
 */
function isRemark({ cells }: SheetRow): boolean {
  const own = cells.filter((cell) => cell.fromMerge === undefined);
  const [only, second] = own;
  if (only !== undefined && second === undefined)
    return cells.length === 1 || (only === cells[0] && only.column <= 2);
  return own.length === cells.length && cells.every((cell) => /[:：]/u.test(cell.text));
}

function textsOf(cells: readonly Cell[]): Map<number, string> {
  return new Map(cells.filter((cell) => cell.kind === 'text').map((cell) => [cell.column, cell.text.trim()]));
}

/** Number of different fields that the headers name. */
function fieldsIn(texts: ReadonlyMap<number, string>): number {
  const fields = new Set<string>();
  for (const text of texts.values()) {
    const key = matchHeader(text).field ?? recordHeaderKey(text);
    if (key !== undefined) fields.add(key);
  }
  return fields.size;
}

/**
 * A header names the firm (or its code) beside one more thing that rosters have, or names the firm so plainly that
 * nothing else can be meant, and most of its cells are short words.
 */
function isHeader(texts: ReadonlyMap<number, string>, row: SheetRow): boolean {
  const own = row.cells.filter((cell) => cell.fromMerge === undefined);
  const words = [...texts.values()].filter((text) => text.length <= longestText);
  if (words.length * 2 < row.cells.length || own.length === 0) return false;
  const matches = words.map(matchHeader);
  const names = matches.filter(({ field }) => field === 'name' || field === 'code');
  if (names.length === 0 || words.some(isValue)) return false;
  const known = words.filter(
    (word, index) => matches[index]?.known || recordHeaderKey(word) !== undefined,
  ).length;
  const plain = names.some(({ field, rank }) => field === 'code' || rank < plainNames);
  const spread = new Set(words).size;
  if (spread === 1)
    return (
      plain && words.length === texts.size && own.length === 1 && words.every((word) => word.length <= 12)
    );
  if (known >= 2 || (plain && known * 3 >= spread)) return true;
  const certain = names.some(({ field, rank }) => field === 'name' && rank < certainNames);
  return certain && row.cells.every((cell) => cell.kind === 'text' && cell.text.length <= longestText);
}

/** The name or the code of a firm: a form about one firm (企业名称：…) is no header. */
function isValue(text: string): boolean {
  return /.{3}(?:有限公司|有限责任公司|股份公司|合伙企业)$|^9[1-3]\d{6}[0-9A-Z]{10}$/u.test(text.trim());
}

/** A further level holds words only, one of them known or joined to a known header; never a row of data. */
function isHeaderLevel(row: SheetRow): boolean {
  return (
    row.cells.every((cell) => cell.kind === 'text' && cell.text.length <= longestText) &&
    row.cells.some(
      (cell) =>
        isKnownHeader(cell.text) || recordHeaderKey(cell.text) !== undefined || cell.fromMerge === true,
    )
  );
}

/**
 * Second-level headers win where they are known by themselves; elsewhere, and where one level is a year, both are read
 * as one. A year stands over the columns to its right as far as the level above is blank (a merge lost in csv).
 */
function joinLevels(
  upper: ReadonlyMap<number, string>,
  lower: ReadonlyMap<number, string>,
): Map<number, string> {
  const joined = new Map(upper);
  let year = '';
  for (const column of [...new Set([...upper.keys(), ...lower.keys()])].sort((a, b) => a - b)) {
    const own = upper.get(column);
    if (own !== undefined) year = isYear(own) ? own : '';
    const text = lower.get(column);
    if (text === undefined) continue;
    const above = own ?? year;
    joined.set(column, standsAlone(text, above) ? withYear(text, above) : `${above}${text}`);
  }
  return joined;
}

function standsAlone(text: string, above: string): boolean {
  if (above === '' || above === text) return true;
  if (isYear(above) || isYear(text)) return false;
  return isKnownHeader(text) || recordHeaderKey(text) !== undefined;
}

/** A figure keeps the year that any level above it names: 经营情况, 2024年, 营业收入. */
function withYear(text: string, above: string): string {
  const { year } = yearInHeader(above);
  if (year === null || yearInHeader(text).year !== null || isKnownHeader(text)) return text;
  return recordHeaderKey(text) === undefined ? text : `${year}年${text}`;
}

function isYear(text: string): boolean {
  const { year, rest } = yearInHeader(text);
  return year !== null && /^[()\s]*(?:数据|情况|经营数据|指标)?[()\s]*$/u.test(rest);
}
