import { type CodeState, type FirmField, type FirmFields, firmFields } from '#shared/domain/firm.ts';
import { isMasked } from '#shared/text/mask.ts';
import type { Finders } from './context.ts';
import { type FirmOrTitleField, isFirmOrTitleField } from './fields.ts';
import { createCellResolver } from './fill-down.ts';
import type { RosterRow, RosterTable } from './find-tables.ts';
import type { Cell } from './grid.ts';
import { senderIn } from './heading.ts';
import { hiddenRow, nameMissing, type Parsed, type Remark, type RowIssue } from './issue.ts';
import { isRecordKind, type RecordKind } from './kinds.ts';
import { cellsOf, readCell, type UsedColumn, usedColumns } from './read-cell.ts';
import { type ReadCells, RowReading } from './read-row.ts';
import { createRecordChecker } from './records/check-row.ts';
import type { RowRecord } from './records/record.ts';
import { type HeadingFacts, type RowTitle, readHeading, readTitle } from './title-row.ts';
import { parseChoice, parseScale, parseYesNo, unknownChoice } from './values/choice.ts';
import { type ParsedCode, parseCode } from './values/code.ts';
import { parseDay, parseYear } from './values/day.ts';
import { parseMoney } from './values/money.ts';
import { readName } from './values/name.ts';
import { cleanPhone } from './values/phone.ts';
import { isProvince } from './values/province.ts';
import { cleanText } from './values/text.ts';

/** A data row read and checked; only fields with a value are in `fields`. */
export type CheckedRow = {
  readonly row: number;
  readonly fields: Partial<FirmFields>;
  readonly codeState: CodeState;
  /** Codes that a damaged or doubtful one may have been; a person or the name decides. */
  readonly codeCandidates: readonly string[];
  readonly formerName: string | null;
  readonly title: RowTitle | null;
  /** Kind of its records, in a table of records; null in a list of firms or titles. */
  readonly recordKind: RecordKind | null;
  /** Records that it states of its firm. */
  readonly records: readonly RowRecord[];
  /** Fields whose cell says 清空. */
  readonly clears: readonly FirmField[];
  /** Street of the sender, for a firm of which none is known. */
  readonly senderStreet: string | null;
  /** Where each field was read, and what stood there; looked up in the sheet, for a large roster has millions of cells. */
  readonly cells: () => ReadCells;
  readonly issues: readonly RowIssue[];
};

/** Reads and checks single rows of one table. */
export type RowChecker = (row: RosterRow) => CheckedRow;

/** Looks at a table as a whole (heading, merged cells, columns) and answers for its rows. */
export function createRowChecker(table: RosterTable, finders: Finders): RowChecker {
  if (isRecordKind(table.kind)) return createRecordChecker(table, table.kind, finders);
  const resolve = createCellResolver(table);
  const heading = readHeading(table.heading, finders);
  const used = usedColumns(table.columns).filter(isFirmColumn);
  const tools: Tools = {
    finders,
    table,
    heading,
    keepsZero: columnsWithZeros(table),
    senderStreet: senderStreet(table, finders),
  };
  return (row) => {
    const reading = new RowReading(row.number);
    for (const column of used) {
      const resolved = resolve(row, column);
      if (resolved === undefined) continue;
      readCell(reading, column, resolved, (cell) => parseField(reading, column, cell, tools));
    }
    return finishRow(reading, row, tools, cellsOf(row, used, resolve));
  };
}

type FirmColumn = UsedColumn & { readonly field: FirmOrTitleField };

function isFirmColumn(column: UsedColumn): column is FirmColumn {
  return isFirmOrTitleField(column.field);
}

type Tools = {
  readonly finders: Finders;
  readonly table: RosterTable;
  readonly heading: HeadingFacts;
  /** Text columns of days that hold a 2021.10 or 2021.01, so that 2021.1 is what it says. */
  readonly keepsZero: ReadonlySet<number>;
  readonly senderStreet: string | null;
};

function columnsWithZeros({ columns, rows, untyped }: RosterTable): ReadonlySet<number> {
  const days = columns.filter(
    ({ field }) => field === 'registeredOn' || field === 'recognisedOn' || field === 'validUntil',
  );
  const keeps = days.filter(
    ({ index }) =>
      !untyped ||
      rows.some((row) =>
        row.cells.some((cell) => cell.column === index && /^(19|20)\d{2}\.(10|0\d)$/.test(cell.text.trim())),
      ),
  );
  return new Set(keeps.map(({ index }) => index));
}

/** The street that sent the roster: named as 填报单位, or the name of the sheet, or of the list itself. */
function senderStreet({ columns, heading }: RosterTable, finders: Finders): string | null {
  if (columns.some(({ field }) => field === 'streetId')) return null;
  const sender = senderIn(heading);
  const named = sender === null ? undefined : (finders.street(sender) ?? finders.streetWithin(sender));
  if (named !== undefined) return named;
  return (
    heading
      .map((line) => finders.street(line) ?? finders.streetWithin(line))
      .find((street) => street !== undefined) ?? null
  );
}

function parseField(reading: RowReading, column: FirmColumn, cell: Cell, tools: Tools): void {
  const { field } = column;
  if (field === 'streetId') {
    readPlace(reading, cell, tools.finders);
    return;
  }
  if (field === 'city' && isProvince(cell.text)) {
    // 地区 in a national list names provinces.
    reading.values.province ??= cleanText(cell.text);
    return;
  }
  if (field === 'name') {
    const { formerName } = readName(cell.text);
    if (formerName !== null) reading.values.formerName ??= formerName;
  }
  if (field === 'code') {
    const { candidates, ...parsed } = parseCode(cell);
    reading.values.codeCandidates = candidates;
    reading.take(field, parsed);
    return;
  }
  reading.take(field, parseValue(field, column, cell, tools));
}

function parseValue(
  field: Exclude<FirmOrTitleField, 'streetId' | 'code'>,
  column: FirmColumn,
  cell: Cell,
  { finders, keepsZero }: Tools,
): Parsed<unknown> {
  switch (field) {
    case 'name':
    case 'formerName':
      return { value: readName(cell.text).name };
    case 'platformId':
      return parseChoice(cell.text, finders.platform, '平台');
    case 'chainId':
      return parseChoice(cell.text, finders.chain, '产业链');
    case 'scale':
      return parseScale(cell.text);
    case 'aboveScale':
      return parseYesNo(cell.text);
    case 'registeredOn':
    case 'recognisedOn':
      return parseDay(cell, { side: 'start', losesZero: !keepsZero.has(column.index) });
    case 'validUntil':
      return parseDay(cell, { side: 'end', losesZero: !keepsZero.has(column.index) });
    case 'recognisedYear':
      return parseYear(cell);
    case 'registeredCapital':
      return parseMoney(cell, column.unit);
    case 'contactName':
      return isMasked(cell.text) ? { value: null, issue: masked } : { value: cleanText(cell.text) };
    case 'contactPhone':
      return isMasked(cell.text) ? { value: null, issue: masked } : { value: cleanPhone(cell.text) };
    default:
      return { value: cleanText(cell.text) };
  }
}

/** A street cell may name a platform instead, or both: 白杨街道/医药港. */
function readPlace(reading: RowReading, cell: Cell, finders: Finders): void {
  const clean = cleanText(cell.text);
  if (clean === null) return;
  const street = finders.street(clean);
  if (street !== undefined) {
    reading.take('streetId', { value: street });
    return;
  }
  const parts = clean.split(/[/、,，;；|\s(（)）]+/).filter((part) => part !== '');
  const streets = parts.flatMap((part) => finders.street(part) ?? []);
  const platforms = parts.flatMap((part) => finders.platform(part) ?? []);
  const [only, second] = streets;
  if (second !== undefined || (only === undefined && platforms.length !== 1)) {
    reading.take('streetId', { value: null, issue: unknownChoice(clean, '街道') });
    return;
  }
  if (only !== undefined) reading.take('streetId', { value: only });
  if (platforms.length === 1) reading.take('platformId', { value: platforms[0] ?? null });
}

function finishRow(
  reading: RowReading,
  row: RosterRow,
  tools: Tools,
  cells: CheckedRow['cells'],
): CheckedRow {
  if (row.hidden) reading.say(null, hiddenRow);
  const { code, codeCandidates, formerName, ...rest } = reading.values;
  // The reader of `code` put in nothing else, and so the readers of the two lists.
  const parsedCode = (code ?? null) as ParsedCode | null;
  const { titleName, recognisedYear, recognisedOn, batch, document, validUntil, eventResult, ...firmValues } =
    rest;
  if (firmValues.name === undefined && parsedCode === null) reading.say('name', nameMissing);
  return {
    row: row.number,
    // Every value was put in by the reader of its own field.
    fields: {
      ...firmValues,
      ...(parsedCode === null ? {} : { code: parsedCode.code }),
    } as Partial<FirmFields>,
    codeState: parsedCode?.state ?? 'missing',
    // So is the list of candidates: only the reader of `code` fills it.
    codeCandidates: (codeCandidates as readonly string[] | undefined) ?? [],
    formerName: typeof formerName === 'string' ? formerName : null,
    title:
      tools.table.kind === 'firms'
        ? null
        : readTitle(reading, row, tools.table, tools.heading, tools.finders),
    recordKind: null,
    records: [],
    clears: firmFields.filter((field) => reading.clears.includes(field) && !keptFields.has(field)),
    senderStreet:
      tools.finders.street(row.section) ?? tools.finders.streetWithin(row.section) ?? tools.senderStreet,
    cells,
    issues: reading.issues,
  };
}

/** Fields that are never erased: they say which firm it is. */
const keptFields: ReadonlySet<string> = new Set(['name', 'code']);

/** A list we masked ourselves and got back: what stands in the ledger stays. */
const masked: Remark = {
  code: 'value-masked',
  severity: 'info',
  message: '内容已遮挡，该栏不导入，台账保持不变',
  fix: '有变化时请填写完整内容',
};
/** Whether two rows say the same of a firm. */
export function sameFields(a: Partial<FirmFields>, b: Partial<FirmFields>): boolean {
  // Both are made by the checker, so their keys are firm fields.
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as ReadonlySet<FirmField>;
  return [...keys].every((key) => (a[key] ?? null) === (b[key] ?? null));
}
