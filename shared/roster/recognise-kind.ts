import type { Finders } from './context.ts';
import { type RecordField, titleFields } from './fields.ts';
import type { RosterTable } from './find-tables.ts';
import { eventOfHeading } from './heading.ts';
import { type RecordKind, type RosterKind, recordKinds, rosterKindLabels } from './kinds.ts';
import { matchRecordHeader, recordRules, recordVariant } from './records/index.ts';

type Seen = Pick<RosterTable, 'columns' | 'rows' | 'heading'>;
type Recognised = { readonly kind: RosterKind; readonly kindReason: string };

/** Rows in which a title column must name a title once, so that 类别 of anything else does not make a title list. */
const rowsLookedAt = 50;
/** Lists of firms that may get a title some day; their heading names a title they do not hold. */
const notYet = /培育|后备|储备|拟申报|申报(?!单位|企业名称)|意向|摸排|排摸|走访|诉求/u;

/**
 * Kind of a table and why. Records of firms are known by their own columns. A title must be named, by a column whose cells do or by a heading that speaks of a list;
 * then the heading tells 公示, 复核 and 认定 apart. Everything else is 企业名册.
 */
export function recogniseKind(table: Seen, finders: Finders): Recognised {
  const column = table.columns.find(({ field }) => field === 'titleName');
  const named = column !== undefined && namesTitle(table, column.index, finders);
  const records = recordsOf(table, finders, named);
  if (records !== undefined) return records;
  const line = table.heading.find((each) => finders.titles(each).length > 0);
  const speaks =
    line !== undefined &&
    !table.heading.some((each) => notYet.test(withoutRules(each))) &&
    (isList(line) || hasTitleColumn(table));
  const sections = table.rows.some((row) => row.section !== '' && finders.titles(row.section).length > 0);
  if (!named && !speaks && !sections) return firms(table);
  const reason =
    named && column !== undefined
      ? `有“${column.header}”列`
      : sections
        ? '分组标题写明称号'
        : '表头以上写明称号';
  const said = eventOfHeading(table.heading);
  if (said === 'announced')
    return { kind: 'publicity', kindReason: `${reason}，标题写明公示或拟认定，按公示名单读取` };
  if (said === 'reviewPassed' || said === 'reviewFailed')
    return { kind: 'reviews', kindReason: `${reason}，标题写明复核，按复核名单读取` };
  return { kind: 'titles', kindReason: `${reason}，按认定名单读取` };
}

/** The first kind of record that knows its own columns in the table. */
function recordsOf(table: Seen, finders: Finders, titled: boolean): Recognised | undefined {
  const plain = new Set(table.columns.flatMap(({ field }) => field ?? []));
  for (const kind of recordKinds) {
    const variant = recordVariant(kind, table.heading, finders);
    const own = ownFields(table, kind, finders, variant);
    const seen = { plain, own, heading: table.heading, titled, variant };
    const why = recordRules[kind].recognise(seen, finders);
    if (why !== null) return { kind, kindReason: `${why}，按${rosterKindLabels[kind]}读取` };
  }
  return undefined;
}

function ownFields(
  { columns }: Seen,
  kind: RecordKind,
  finders: Finders,
  variant: string | null,
): readonly RecordField[] {
  return columns.flatMap(({ header }) => matchRecordHeader(header, kind, finders, variant).field ?? []);
}

/** A line without the names of the rules that it goes by: 《优质中小企业梯度培育管理暂行办法》 speaks of no list of candidates. */
function withoutRules(line: string): string {
  return line.replace(/《[^》]*(?:办法|方案|细则|意见|规定)[^》]*》|优质中小企业梯度培育(?:管理)?/gu, '');
}

function firms(table: Seen): Recognised {
  return {
    kind: 'firms',
    kindReason: hasTitleColumn(table)
      ? '没有写明是哪种称号，按企业名册读取'
      : '没有称号、认定年度等列，按企业名册读取',
  };
}

function hasTitleColumn({ columns }: Seen): boolean {
  return columns.some(({ field }) => field !== null && titleFields.has(field));
}

function namesTitle({ rows }: Seen, column: number, finders: Finders): boolean {
  return rows
    .slice(0, rowsLookedAt)
    .some((row) => row.cells.some((cell) => cell.column === column && finders.titles(cell.text).length > 0));
}

function isList(line: string): boolean {
  return /名单|企业表|一览|台账|汇总|明细|清单|统计|公告|公示|公布|认定|复核|企业$/u.test(line);
}
