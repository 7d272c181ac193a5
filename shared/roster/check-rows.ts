import type { Day } from '#shared/domain/day.ts';
import type { CodeState, FirmField, FirmFields } from '#shared/domain/firm.ts';
import type { RosterField } from './fields.ts';
import type { RosterTable, TableColumn } from './find-table.ts';
import { addressOf, type Cell, type SheetRow } from './grid.ts';
import type { Parsed, RowIssue } from './issue.ts';
import { createChoice, type Named, parseScale, parseYesNo } from './values/choice.ts';
import { parseCode } from './values/code.ts';
import { parseDay, parseYear } from './values/day.ts';
import { parseMoney } from './values/money.ts';
import { cleanName, cleanPhone, cleanText } from './values/text.ts';

/** What the district knows, for reading cells that name it. */
export type RosterContext = {
  readonly streets: readonly Named[];
  readonly platforms: readonly Named[];
  readonly chains: readonly Named[];
  readonly titles: readonly Named[];
};

/** What a row of a title list says of the title. */
export type RowTitle = {
  readonly titleId: string;
  readonly on: Day;
  readonly validUntil: Day | null;
  readonly batch: string | null;
  readonly document: string | null;
};

/** A data row read and checked; only fields with a value are in `fields`. */
export type CheckedRow = {
  readonly row: number;
  readonly fields: Partial<FirmFields>;
  readonly codeState: CodeState;
  readonly formerName: string | null;
  readonly title: RowTitle | null;
  /** Where each field was read, and what stood there. */
  readonly cells: Readonly<Partial<Record<RosterField, { readonly address: string; readonly raw: string }>>>;
  readonly issues: readonly RowIssue[];
};

/** Reads and checks every data row of a table. */
export function checkRows(table: RosterTable, context: RosterContext): readonly CheckedRow[] {
  const readers = createReaders(context);
  const used = table.columns.filter((column) => column.field !== null);
  return table.rows.map((row) => checkRow(row, used, table, readers));
}

type Readers = ReturnType<typeof createReaders>;

function createReaders(context: RosterContext) {
  return {
    street: createChoice(context.streets, '街道'),
    platform: createChoice(context.platforms, '平台'),
    chain: createChoice(context.chains, '产业链'),
    titles: context.titles
      .flatMap(({ id, label, aliases }) =>
        [label, ...aliases].map((spelling) => ({ id, key: titleKey(spelling) })),
      )
      .sort((a, b) => b.key.length - a.key.length),
  };
}

/** Gathers the values and remarks of one row. */
class RowReading {
  readonly values: Record<string, unknown> = {};
  readonly cells: Partial<Record<RosterField, { address: string; raw: string }>> = {};
  readonly issues: RowIssue[] = [];

  readonly row: number;

  constructor(row: number) {
    this.row = row;
  }

  take<T>(field: RosterField, cell: Cell, parsed: Parsed<T>): void {
    const address = addressOf(this.row, cell.column);
    this.cells[field] = { address, raw: cell.text };
    if (parsed.value !== null) this.values[field] = parsed.value;
    if (parsed.issue !== undefined) this.issues.push({ ...parsed.issue, cell: address, field });
  }

  say(field: RosterField | null, issue: Omit<RowIssue, 'cell' | 'field'>): void {
    const cell = (field === null ? undefined : this.cells[field]?.address) ?? addressOf(this.row, 1);
    this.issues.push({ ...issue, cell, field });
  }
}

function checkRow(
  row: SheetRow,
  columns: readonly TableColumn[],
  table: RosterTable,
  readers: Readers,
): CheckedRow {
  const reading = new RowReading(row.number);
  for (const column of columns) {
    const cell = row.cells.find((each) => each.column === column.index);
    if (cell !== undefined && column.field !== null) readCell(reading, column.field, column, cell, readers);
  }
  if (row.hidden) {
    reading.say(null, {
      code: 'hidden-row',
      severity: 'info',
      message: '这一行在表中是隐藏的，已一并读取',
      fix: null,
    });
  }
  const { code, titleName, recognisedYear, recognisedOn, batch, document, validUntil, formerName, ...rest } =
    reading.values;
  const parsedCode = parsedCodeOf(code);
  if (rest.name === undefined) {
    reading.say('name', {
      code: 'name-missing',
      severity: 'error',
      message: '缺少企业名称',
      fix: '请补上营业执照上的全称',
    });
  }
  const stated = { titleName, recognisedYear, recognisedOn, batch, document, validUntil };
  return {
    row: row.number,
    // Every value was put in by the reader of its own field.
    fields: { ...rest, ...(parsedCode === null ? {} : { code: parsedCode.code }) } as Partial<FirmFields>,
    codeState: parsedCode?.state ?? 'missing',
    formerName: typeof formerName === 'string' ? formerName : null,
    title: table.kind === 'titles' ? readTitle(reading, stated, table, readers) : null,
    cells: reading.cells,
    issues: reading.issues,
  };
}

function parsedCodeOf(value: unknown): ReturnType<typeof parseCode>['value'] {
  // The reader of `code` put in nothing else.
  return (value as ReturnType<typeof parseCode>['value'] | undefined) ?? null;
}

function readCell(
  reading: RowReading,
  field: RosterField,
  column: TableColumn,
  cell: Cell,
  readers: Readers,
): void {
  if (cell.kind === 'error') {
    const issue = {
      code: 'cell-error',
      severity: 'info',
      message: `单元格是错误值 ${cell.text}，该栏不导入`,
      fix: '请改正公式',
    } as const;
    reading.take(field, cell, { value: null, issue });
    return;
  }
  reading.take(field, cell, parseField(field, column, cell, readers));
}

function parseField(field: RosterField, column: TableColumn, cell: Cell, readers: Readers): Parsed<unknown> {
  switch (field) {
    case 'name':
    case 'formerName':
      return { value: cleanName(cell.text) };
    case 'code':
      return parseCode(cell);
    case 'streetId':
      return readers.street(cell.text);
    case 'platformId':
      return readers.platform(cell.text);
    case 'chainId':
      return readers.chain(cell.text);
    case 'scale':
      return { value: parseScale(cell.text) };
    case 'aboveScale':
      return { value: parseYesNo(cell.text) };
    case 'registeredOn':
    case 'recognisedOn':
    case 'validUntil':
      return parseDay(cell);
    case 'recognisedYear':
      return { value: parseYear(cell) };
    case 'registeredCapital':
      return parseMoney(cell, column.unit);
    case 'contactPhone':
      return { value: cleanPhone(cell.text) };
    default:
      return { value: cleanText(cell.text) };
  }
}

type Stated = Readonly<
  Record<'titleName' | 'recognisedYear' | 'recognisedOn' | 'batch' | 'document' | 'validUntil', unknown>
>;

/** The title of a row: from its own columns, else from what stands above the table. */
function readTitle(
  reading: RowReading,
  stated: Stated,
  table: RosterTable,
  readers: Readers,
): RowTitle | null {
  const named = typeof stated.titleName === 'string' ? stated.titleName : null;
  const titleId = findTitle(named ?? table.heading, readers);
  if (titleId === undefined) {
    reading.say('titleName', {
      code: 'title-unknown',
      severity: 'error',
      message: named === null ? '没有写明称号' : `称号“${named}”认不出`,
      fix: '请写明省级专精特新中小企业、专精特新“小巨人”企业等',
    });
    return null;
  }
  if (named === null) {
    reading.say(null, {
      code: 'title-from-heading',
      severity: 'info',
      message: '称号取自表头以上的标题',
      fix: null,
    });
  }
  const on = dayOfTitle(reading, stated, table.heading);
  if (on === undefined) return null;
  return {
    titleId,
    on,
    validUntil: textOf(stated.validUntil),
    batch: textOf(stated.batch),
    document: textOf(stated.document),
  };
}

function dayOfTitle(reading: RowReading, stated: Stated, heading: string): Day | undefined {
  const day = textOf(stated.recognisedOn);
  if (day !== null) return day;
  const year =
    typeof stated.recognisedYear === 'number'
      ? stated.recognisedYear
      : (yearIn(textOf(stated.batch)) ?? yearIn(textOf(stated.document)) ?? yearIn(heading));
  if (year === undefined) {
    reading.say('recognisedYear', {
      code: 'year-missing',
      severity: 'error',
      message: '没有写明认定年度或日期',
      fix: '请补上认定年度或认定日期',
    });
    return undefined;
  }
  const assumed = `${year}-01-01`;
  reading.say('recognisedYear', {
    code: 'day-from-year',
    severity: 'info',
    message: `只有年度，按 ${assumed} 登记`,
    fix: '查到发文日期后可在企业页补正',
  });
  return assumed;
}

function yearIn(text: string | null): number | undefined {
  const found = text === null ? undefined : /(?:19|20)\d{2}/.exec(text.normalize('NFKC'))?.[0];
  return found === undefined ? undefined : Number(found);
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

/** The longest spelling of a title that the text contains. */
function findTitle(text: string, readers: Readers): string | undefined {
  const key = titleKey(text);
  return (
    readers.titles.find((title) => key === title.key)?.id ??
    readers.titles.find((title) => key.includes(title.key))?.id
  );
}

function titleKey(text: string): string {
  return text.normalize('NFKC').replace(/[\s\p{P}\p{Cf}]/gu, '');
}

/** Fields of a firm in a fixed order, for telling whether two rows say the same. */
export function sameFields(a: Partial<FirmFields>, b: Partial<FirmFields>): boolean {
  // Both are made by checkRows, so their keys are firm fields.
  const keys = new Set([...Object.keys(a), ...Object.keys(b)]) as ReadonlySet<FirmField>;
  return [...keys].every((key) => (a[key] ?? null) === (b[key] ?? null));
}
