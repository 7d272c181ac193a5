import { readBodyLine } from './body-lines.ts';
import type { Finders } from './context.ts';
import { isRecordField, type RosterField, recordFieldParts } from './fields.ts';
import { findHeaders, type Header } from './find-headers.ts';
import { type Cell, columnLetters, type Sheet, type SheetRow } from './grid.ts';
import { type Heading, senderLines, unitIn } from './heading.ts';
import { findHeadless } from './headless.ts';
import { isRecordKind, type RecordKind, type RosterKind } from './kinds.ts';
import { matchHeader } from './match-headers.ts';
import { recogniseKind } from './recognise-kind.ts';
import { matchRecordHeader, recordFields, recordForms, recordVariant } from './records/index.ts';
import { templateIn } from './template.ts';
import type { FieldPair } from './two-in-one.ts';

/** A column of a table and what it feeds. */
export type TableColumn = {
  readonly index: number;
  readonly letter: string;
  readonly header: string;
  readonly field: RosterField | null;
  /** Unit applied to money, such as 万元; null when none was stated. */
  readonly unit: string | null;
  readonly suggestion: RosterField | null;
  /** Set when each cell states two fields (联系人及电话); `field` is the first of them. */
  readonly pair?: FieldPair;
};

/** A row of data with the group title (分组标题) it stands under; empty when under none. */
export type RosterRow = SheetRow & { readonly section: string };

/** A table found on a sheet: header, data, and the lines that are neither with the reason. */
export type RosterTable = {
  readonly sheet: string;
  /** The last row of the header; 0 where there is none and the columns are known by their content. */
  readonly headerRow: number;
  readonly kind: RosterKind;
  readonly kindReason: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly RosterRow[];
  readonly skipped: readonly { readonly row: number; readonly reason: string }[];
  /** What stands above it, where a title list says what it is. */
  readonly heading: Heading;
  /** Whether text cells come from a format that keeps no types (csv). */
  readonly untyped: boolean;
  /** Whether it is one of our own forms (报送模板), in which a blank cell is only blank. */
  readonly form: boolean;
  /** Which form of its kind it is (项目类别), where a kind of records has several. */
  readonly variant: string | null;
};

/** Where a sheet comes from, as far as it tells what the sheet is. */
export type SheetSource = { readonly fileName: string; readonly untyped: boolean };

/** Header row of a table without a header. */
const noHeader = 0;
/** Lines directly above a later header that can belong to its table. */
const headingLines = 6;

/** All tables of a sheet from the top, left before right; none when neither a header nor a column of firms is recognised. */
export function findTables(sheet: Sheet, source: SheetSource, finders: Finders): readonly RosterTable[] {
  const headers = distinctHeaders(findHeaders(sheet.rows), sheet.rows);
  if (headers.length === 0) return headlessTable(sheet, source, finders);
  const top = sheet.rows.filter((row) => row.number < (headers[0]?.header.first ?? 0)).map(lineText);
  const ends = [...sheet.rows].map(({ number }) => number);
  return headers.flatMap(({ header, headingFrom }, index) => {
    const until = headers[index + 1]?.headingFrom ?? (ends.at(-1) ?? 0) + 1;
    const above = sheet.rows.filter(({ number }) => number >= headingFrom && number < header.first);
    const heading = [...above.map(lineText).reverse(), ...(index === 0 ? [] : [...top].reverse())];
    heading.push(...namesOf(sheet, source));
    const body = sheet.rows.filter(({ number }) => number > header.last && number < until);
    const frame = { sheet: sheet.name, header, heading, above, untyped: source.untyped, finders };
    return blocksOf(header).map((columns, block) => tableOf(frame, columns, body, block));
  });
}

/** What the names of sheet and file say. */
function namesOf(sheet: Sheet, source: SheetSource): Heading {
  return [sheet.name, source.fileName.replace(/\.[^.]*$/, '')];
}

/** A list of firms without a header; its columns are known by their content. */
function headlessTable(sheet: Sheet, source: SheetSource, finders: Finders): readonly RosterTable[] {
  const found = findHeadless(sheet.rows, finders);
  if (found === undefined) return [];
  const { first, texts } = found;
  const above = sheet.rows.filter(({ number }) => number < first);
  const header = { first, last: noHeader, texts };
  const heading = [...above.map(lineText).reverse(), ...namesOf(sheet, source)];
  const frame = { sheet: sheet.name, header, heading, above, untyped: source.untyped, finders };
  const table = tableOf(
    frame,
    texts,
    sheet.rows.filter(({ number }) => number >= first),
    0,
  );
  return [{ ...table, kindReason: `没有表头，按内容认出企业名称列；${table.kindReason}` }];
}

type Placed = { readonly header: Header; readonly headingFrom: number };

/** Headers with the first line of what stands above them; a header printed again without a line above is dropped. */
function distinctHeaders(headers: readonly Header[], rows: readonly SheetRow[]): readonly Placed[] {
  const placed: Placed[] = [];
  for (const header of headers) {
    const before = placed.at(-1)?.header;
    if (before === undefined) {
      placed.push({ header, headingFrom: 0 });
      continue;
    }
    const headingFrom = headingStart(rows, header.first, before.last);
    const repeated = headingFrom === header.first && sameTexts(header.texts, before.texts);
    if (!repeated) placed.push({ header, headingFrom });
  }
  return placed;
}

/** Walks up from a later header over lines of one or two words, which are its title, unit or sender. */
function headingStart(rows: readonly SheetRow[], first: number, after: number): number {
  const above = rows.filter(({ number }) => number < first && number > after).slice(-headingLines);
  let start = first;
  for (const row of above.reverse()) {
    const own = row.cells.filter((cell) => cell.fromMerge === undefined && cell.text.trim() !== '');
    const isTitle = own.length <= 2 && own.every((cell) => cell.kind === 'text') && readsAsHeading(own, row);
    if (!isTitle) break;
    start = row.number;
  }
  return start;
}

function readsAsHeading(own: readonly Cell[], row: SheetRow): boolean {
  const text = own.map((cell) => cell.text.trim()).join(' ');
  if (/^(?:注|备注|说明|填表人|填报人|制表|审核|联系人|联系电话|合计|小计|总计)/u.test(text)) return false;
  return (
    readBodyLine(row, undefined).is === 'section' ||
    /名单|(?:单位|街道|镇街|乡镇|平台|园区|属地)\s*[:：]|附件|附表|[一二三四五六]、|情况|汇总|表$/u.test(text)
  );
}

function sameTexts(a: ReadonlyMap<number, string>, b: ReadonlyMap<number, string>): boolean {
  return a.size === b.size && [...a].every(([column, text]) => b.get(column) === text);
}

/** A header that says 序号 企业名称 twice side by side is two tables; each gets its own columns. */
function blocksOf(header: Header): readonly ReadonlyMap<number, string>[] {
  const texts = [...header.texts].sort(([a], [b]) => a - b);
  const names = texts.filter(([, text]) => matchHeader(text).field === 'name');
  const [first, second] = names;
  const start = texts[0];
  if (first === undefined || second === undefined || start === undefined) return [header.texts];
  const starts = texts.filter(([, text]) => text === start[1]).map(([column]) => column);
  if (first[1] !== second[1] || starts.length !== names.length) return [header.texts];
  return starts.map(
    (from, index) =>
      new Map(
        texts.filter(
          ([column]) => column >= from && column < (starts[index + 1] ?? Number.POSITIVE_INFINITY),
        ),
      ),
  );
}

type Frame = {
  readonly sheet: string;
  readonly header: Header;
  readonly heading: Heading;
  readonly above: readonly SheetRow[];
  readonly untyped: boolean;
  readonly finders: Finders;
};

function tableOf(
  frame: Frame,
  texts: ReadonlyMap<number, string>,
  body: readonly SheetRow[],
  block: number,
): RosterTable {
  const tableUnit = unitIn(frame.heading);
  const plain = describeColumns(texts, tableUnit);
  const [from, to] = [Math.min(...texts.keys()), Math.max(...texts.keys())];
  const nameColumn = plain.find(({ field }) => field === 'name')?.index;
  const mine =
    blocksOf(frame.header).length === 1
      ? body
      : body.map((row) => part(row, from, to)).filter(({ cells }) => cells.length > 0);
  const { rows, skipped } = splitBody(mine, nameColumn);
  const above =
    block > 0 ? [] : frame.above.map((row) => ({ row: row.number, reason: '表头以上的标题或说明' }));
  const form = templateIn(frame.heading);
  // The lines above a form are our own words and say nothing of its rows but who sent it.
  const heading = form === undefined ? frame.heading : senderLines(frame.heading);
  const { kind, kindReason } =
    form === undefined
      ? recogniseKind({ columns: plain, rows, heading }, frame.finders)
      : { kind: form.kind, kindReason: `由报送模板（第 ${form.version} 版）填写` };
  const variant =
    formIn(kind, form?.variant ?? null, frame.finders) ?? variantIn(kind, heading, frame.finders);
  return {
    sheet: frame.sheet,
    headerRow: frame.header.last,
    kind,
    kindReason,
    columns: isRecordKind(kind) ? recordColumns(texts, tableUnit, { kind, variant }, frame.finders) : plain,
    rows,
    skipped: [...above, ...skipped],
    heading,
    untyped: frame.untyped,
    form: form !== undefined,
    variant,
  };
}

/** The form of a kind whose words stand in the mark of a form. */
function formIn(kind: RosterKind, words: string | null, finders: Finders): string | null {
  if (words === null || !isRecordKind(kind)) return null;
  const found = recordForms(kind, finders).find(({ label }) => label !== null && squeezed(label) === words);
  return found?.id ?? null;
}

function squeezed(text: string): string {
  return text.normalize('NFKC').replace(/\s/g, '');
}

function variantIn(kind: RosterKind, heading: Heading, finders: Finders): string | null {
  return isRecordKind(kind) ? recordVariant(kind, heading, finders) : null;
}

/** The table as another kind reads it: the same rows, the columns given to the fields of that kind. */
export function asKind(
  table: RosterTable,
  kind: RosterKind,
  kindReason: string,
  finders: Finders,
): RosterTable {
  const texts = new Map(table.columns.map(({ index, header }) => [index, header]));
  const tableUnit = unitIn(table.heading);
  const variant = variantIn(kind, table.heading, finders);
  const columns = isRecordKind(kind)
    ? recordColumns(texts, tableUnit, { kind, variant }, finders)
    : describeColumns(texts, tableUnit);
  return { ...table, kind, kindReason, columns, variant };
}

function part(row: SheetRow, from: number, to: number): SheetRow {
  return { ...row, cells: row.cells.filter(({ column }) => column >= from && column <= to) };
}

/** Gives each field to the column with the plainest header; the others keep it as a suggestion to nobody. */
function describeColumns(
  texts: ReadonlyMap<number, string>,
  tableUnit: string | null,
): readonly TableColumn[] {
  const columns = [...texts].map(([index, header]) => ({ index, header, match: matchHeader(header) }));
  return withWinners(columns, (field, unit) => (field === 'registeredCapital' ? (unit ?? tableUnit) : null));
}

/**
 * The columns of a table of records: the firm by name and code, everything else by the fields of its kind. Of several
 * headers that could name the firm the plainest does (企业名称); 机构名称 beside it is free for the record.
 */
function recordColumns(
  texts: ReadonlyMap<number, string>,
  tableUnit: string | null,
  { kind, variant }: { readonly kind: RecordKind; readonly variant: string | null },
  finders: Finders,
): readonly TableColumn[] {
  const fields = recordFields(kind, finders);
  const firms = [...texts].map(([index, header]) => ({ index, ...matchHeader(header) }));
  const plainest = new Map<RosterField, number>();
  for (const { field, index } of [...firms].sort((a, b) => a.rank - b.rank || a.index - b.index)) {
    if ((field === 'name' || field === 'code' || field === 'formerName') && !plainest.has(field))
      plainest.set(field, index);
  }
  const columns = [...texts].map(([index, header]) => {
    const firm = firms.find((each) => each.index === index);
    const own = firm?.field != null && plainest.get(firm.field) === index;
    return { index, header, match: own ? firm : matchRecordHeader(header, kind, finders, variant) };
  });
  return withWinners(columns, (field, unit) => {
    if (!isRecordField(field)) return null;
    const is = fields.get(recordFieldParts(field).name)?.type.is;
    return is === 'money' ? (unit ?? tableUnit) : is === 'share' ? unit : null;
  });
}

type Match = {
  readonly field: RosterField | null;
  readonly rank: number;
  readonly unit: string | null;
  readonly suggestion: RosterField | null;
  readonly pair?: FieldPair;
};

function withWinners(
  matched: readonly { readonly index: number; readonly header: string; readonly match: Match }[],
  unitOf: (field: RosterField, unit: string | null) => string | null,
): readonly TableColumn[] {
  const columns = [...matched].sort((a, b) => a.index - b.index);
  const winners = new Map<RosterField, { readonly index: number; readonly rank: number }>();
  for (const { index, match } of columns) {
    if (match.field === null) continue;
    const best = winners.get(match.field);
    if (best === undefined || match.rank < best.rank) winners.set(match.field, { index, rank: match.rank });
  }
  return columns.map(({ index, header, match }) => {
    const field = match.field !== null && winners.get(match.field)?.index === index ? match.field : null;
    const taken = match.suggestion !== null && winners.has(match.suggestion);
    // A column of its own for the second field says it better.
    const pair =
      field !== null && match.pair !== undefined && !winners.has(match.pair[1]) ? match.pair : null;
    return {
      index,
      letter: columnLetters(index),
      header,
      field,
      unit: field === null ? null : unitOf(field, match.unit),
      suggestion: taken ? null : match.suggestion,
      ...(pair === null ? {} : { pair }),
    };
  });
}

function splitBody(
  body: readonly SheetRow[],
  nameColumn: number | undefined,
): Pick<RosterTable, 'rows' | 'skipped'> {
  const rows: RosterRow[] = [];
  const skipped: { row: number; reason: string }[] = [];
  let section = '';
  for (const row of body) {
    const line = readBodyLine(row, nameColumn);
    if (line.is === 'data') rows.push(underSection(row, section));
    else if (line.is === 'skipped') skipped.push({ row: row.number, reason: line.reason });
    else {
      section = line.text;
      skipped.push({ row: row.number, reason: '分组标题' });
    }
  }
  return { rows, skipped };
}

/** The row under its group title; its cells are asked for only when they are needed. */
function underSection(row: SheetRow, section: string): RosterRow {
  return {
    number: row.number,
    hidden: row.hidden,
    section,
    get cells() {
      return row.cells;
    },
  };
}

function lineText(row: SheetRow): string {
  return row.cells
    .filter((cell) => cell.fromMerge === undefined)
    .map((cell) => cell.text.trim())
    .join(' ');
}
