import { type RosterField, type RosterKind, titleFields } from './fields.ts';
import { type Cell, columnLetters, type Sheet, type SheetRow } from './grid.ts';
import { isKnownHeader, matchHeader, moneyUnits } from './match-headers.ts';

/** A column of a table and what it feeds. */
export type TableColumn = {
  readonly index: number;
  readonly letter: string;
  readonly header: string;
  readonly field: RosterField | null;
  /** Unit applied to money, such as 万元; null when none was stated. */
  readonly unit: string | null;
  readonly suggestion: RosterField | null;
};

/** A table found on a sheet: header, data, and the lines that are neither with the reason. */
export type RosterTable = {
  readonly sheet: string;
  readonly headerRow: number;
  readonly kind: RosterKind;
  readonly kindReason: string;
  readonly columns: readonly TableColumn[];
  readonly rows: readonly SheetRow[];
  readonly skipped: readonly { readonly row: number; readonly reason: string }[];
  /** Lines above the header and the sheet's name, where a title list says what it is. */
  readonly heading: string;
};

/** Rows from the top in which a header is looked for. */
const headerWithin = 20;
/** Known headers that make a row a header. */
const headersNeeded = 2;

/** The table of a sheet, or nothing when no header is recognised. */
export function findTable(sheet: Sheet): RosterTable | undefined {
  const header = findHeader(sheet);
  if (header === undefined) return undefined;
  const above = sheet.rows.filter((row) => row.number < header.first).map((row) => lineText(row.cells));
  const columns = describeColumns(header.texts, unitOf(above));
  const { rows, skipped } = splitBody(sheet.rows.filter((row) => row.number > header.last));
  return {
    sheet: sheet.name,
    headerRow: header.last,
    ...recogniseKind(columns, [...above, sheet.name].join(' ')),
    columns,
    rows,
    skipped: [
      ...sheet.rows
        .filter((row) => row.number < header.first)
        .map((row) => ({ row: row.number, reason: '表头以上的标题或说明' })),
      ...skipped,
    ],
    heading: [...above, sheet.name].join(' '),
  };
}

type Header = { readonly first: number; readonly last: number; readonly texts: ReadonlyMap<number, string> };

/** The row, or two rows joined, with the most known headers near the top. */
function findHeader(sheet: Sheet): Header | undefined {
  let best: Header | undefined;
  let most = headersNeeded - 1;
  const near = sheet.rows.slice(0, headerWithin);
  for (const [index, row] of near.entries()) {
    const single = textsOf(row.cells);
    const count = knownIn(single);
    if (count > most) {
      most = count;
      best = { first: row.number, last: row.number, texts: single };
    }
    const next = near[index + 1];
    if (next === undefined || count === 0 || next.number !== row.number + 1) continue;
    const joined = joinLevels(single, textsOf(next.cells));
    if (knownIn(joined) > most && isHeaderLike(next)) {
      most = knownIn(joined);
      best = { first: row.number, last: next.number, texts: joined };
    }
  }
  return best;
}

function textsOf(cells: readonly Cell[]): Map<number, string> {
  return new Map(cells.filter((cell) => cell.kind === 'text').map((cell) => [cell.column, cell.text.trim()]));
}

function knownIn(texts: ReadonlyMap<number, string>): number {
  return new Set([...texts.values()].map((text) => matchHeader(text).field).filter((field) => field !== null))
    .size;
}

/** Second-level headers win where they are known by themselves; elsewhere both levels are read as one. */
function joinLevels(
  upper: ReadonlyMap<number, string>,
  lower: ReadonlyMap<number, string>,
): Map<number, string> {
  const joined = new Map(upper);
  for (const [column, text] of lower) {
    const above = upper.get(column) ?? '';
    joined.set(column, isKnownHeader(text) || above === '' || above === text ? text : `${above}${text}`);
  }
  return joined;
}

/** A second header level holds words only, and at least one known one. */
function isHeaderLike(row: SheetRow): boolean {
  return (
    row.cells.every((cell) => cell.kind === 'text') && row.cells.some((cell) => isKnownHeader(cell.text))
  );
}

function describeColumns(
  texts: ReadonlyMap<number, string>,
  tableUnit: string | null,
): readonly TableColumn[] {
  const taken = new Set<RosterField>();
  return [...texts]
    .sort(([a], [b]) => a - b)
    .map(([index, header]) => {
      const match = matchHeader(header);
      const field = match.field !== null && !taken.has(match.field) ? match.field : null;
      if (field !== null) taken.add(field);
      const unit = field === 'registeredCapital' ? (match.unit ?? tableUnit) : null;
      return { index, letter: columnLetters(index), header, field, unit, suggestion: match.suggestion };
    });
}

/** 单位：万元 in a line above the table. */
function unitOf(lines: readonly string[]): string | null {
  for (const line of lines) {
    const found = /(?:金额)?单位[::]\s*(亿元|万元|千元|元)/.exec(line.normalize('NFKC'))?.[1];
    if (found !== undefined && Object.hasOwn(moneyUnits, found)) return found;
  }
  return null;
}

function splitBody(rows: readonly SheetRow[]): Pick<RosterTable, 'rows' | 'skipped'> {
  const kept: SheetRow[] = [];
  const skipped: { row: number; reason: string }[] = [];
  for (const row of rows) {
    const reason = reasonToSkip(row);
    if (reason === undefined) kept.push(row);
    else skipped.push({ row: row.number, reason });
  }
  return { rows: kept, skipped };
}

/** Why a line below the header is no data; nothing when it is. */
function reasonToSkip(row: SheetRow): string | undefined {
  const filled = row.cells.filter((cell) => cell.text.trim() !== '');
  const first = filled[0];
  if (first === undefined) return '空行';
  const start = first.text.normalize('NFKC').replace(/\s/g, '');
  if (filled.slice(0, 3).some((cell) => /^(小计|合计|总计|共计)/.test(cell.text.replace(/\s/g, ''))))
    return '合计行';
  if (/^(示例|样例|填写示例)/.test(start)) return '示例行';
  if (
    /^(注|备注|说明|填表|制表|审核|负责人|联系人|填报|单位\(?盖章|附件)[::]?/.test(start) &&
    own(filled) <= 4
  )
    return '注释或签字';
  const known = filled.filter((cell) => isKnownHeader(cell.text)).length;
  if (known >= 3 && known * 2 > filled.length) return '重复的表头';
  return own(filled) === 1 && first.kind === 'text' && start.length > 30 ? '注释或签字' : undefined;
}

/** Cells that hold a value of their own: a merged line is one. */
function own(cells: readonly Cell[]): number {
  return cells.filter((cell) => cell.fromMerge === undefined).length;
}

function lineText(cells: readonly Cell[]): string {
  return cells
    .filter((cell) => cell.fromMerge === undefined)
    .map((cell) => cell.text.trim())
    .join(' ');
}

/** A title column, or a heading that speaks of 认定名单 with a title, makes a title list. */
function recogniseKind(
  columns: readonly TableColumn[],
  heading: string,
): { readonly kind: RosterKind; readonly kindReason: string } {
  const telling = columns.filter(({ field }) => field !== null && titleFields.has(field));
  if (telling.length > 0) {
    return {
      kind: 'titles',
      kindReason: `有“${telling.map(({ header }) => header).join('”“')}”列，按认定名单读取`,
    };
  }
  if (
    /(认定|入选|公布|拟认定|复核通过).{0,12}名单|(专精特新|小巨人|隐形冠军|单项冠军|创新型中小企业).{0,8}名单/.test(
      heading,
    )
  ) {
    return { kind: 'titles', kindReason: '表头以上写明是认定名单' };
  }
  return { kind: 'firms', kindReason: '没有称号、认定年度等列，按企业名册读取' };
}
