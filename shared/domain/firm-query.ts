import type { Day } from './day.ts';
import { type FirmField, firmFieldLabels, firmFields } from './firm.ts';
import { type YearFigure, type YearFigureKind, yearFigureInfo, yearFigures } from './firm-year.ts';

/** How a field of a query (条件字段) is asked: which tests it knows and what its value is. */
export type QueryKind =
  | 'text'
  | 'choice'
  | 'flag'
  | 'day'
  | 'money'
  | 'count'
  | 'share'
  | 'score'
  | 'held'
  | 'personal';

/** One question about a field (判断): 包含, 属于, 不少于, 未填 and so on. */
export const queryTests = [
  'contains',
  'lacks',
  'anyOf',
  'noneOf',
  'yes',
  'no',
  'atLeast',
  'atMost',
  'holds',
  'holdsNot',
  'filled',
  'empty',
] as const;
/** One of the questions. */
export type QueryTest = (typeof queryTests)[number];

const numberTests: readonly QueryTest[] = ['atLeast', 'atMost', 'filled', 'empty'];

/** The questions each kind of field can be asked, the usual one first. */
export const testsOfKind: Readonly<Record<QueryKind, readonly QueryTest[]>> = {
  text: ['contains', 'lacks', 'filled', 'empty'],
  choice: ['anyOf', 'noneOf', 'filled', 'empty'],
  flag: ['yes', 'no', 'filled', 'empty'],
  day: numberTests,
  money: numberTests,
  count: numberTests,
  share: numberTests,
  score: numberTests,
  held: ['holds', 'holdsNot'],
  personal: ['filled', 'empty'],
};

/** What a field of a query belongs to: 基本信息, 称号与培育库, 经营数据, 奖补. */
export type QueryGroup = 'firm' | 'held' | 'year' | 'award';

/** A field of a query with its words. */
export type QueryField = {
  readonly id: string;
  readonly label: string;
  readonly kind: QueryKind;
  readonly group: QueryGroup;
};

const firmKinds: Readonly<Record<FirmField, QueryKind>> = {
  name: 'text',
  code: 'text',
  streetId: 'choice',
  platformId: 'choice',
  chainId: 'choice',
  industry: 'text',
  scale: 'choice',
  aboveScale: 'flag',
  legalForm: 'text',
  registeredOn: 'day',
  registeredCapital: 'money',
  province: 'text',
  city: 'text',
  address: 'text',
  mainProduct: 'text',
  businessScope: 'text',
  legalPerson: 'text',
  contactName: 'text',
  contactPhone: 'personal',
  remark: 'text',
};

const yearKinds: Readonly<Record<YearFigureKind, QueryKind>> = {
  money: 'money',
  count: 'count',
  share: 'share',
  score: 'score',
  flag: 'flag',
  choice: 'choice',
};

/** Prefix of the fields that are figures of a year. */
const yearPrefix = 'year.';

/** Every field that firms can be looked for by, in the order of the menu. */
export const queryFields: readonly QueryField[] = [
  ...firmFields.map((id) => ({
    id,
    label: firmFieldLabels[id],
    kind: firmKinds[id],
    group: 'firm' as const,
  })),
  { id: 'status', label: '状态', kind: 'choice', group: 'firm' },
  { id: 'title', label: '称号', kind: 'held', group: 'held' },
  { id: 'pool', label: '培育库', kind: 'held', group: 'held' },
  ...yearFigures.map((figure) => ({
    id: `${yearPrefix}${figure}`,
    label: yearFigureInfo[figure].label,
    kind: yearKinds[yearFigureInfo[figure].kind],
    group: 'year' as const,
  })),
  { id: 'decided', label: '核定奖补', kind: 'money', group: 'award' },
  { id: 'paid', label: '已拨付奖补', kind: 'money', group: 'award' },
];

const fieldById = new Map(queryFields.map((field) => [field.id, field]));

/** The field of an id; nothing for an unknown one. */
export function queryField(id: string): QueryField | undefined {
  return fieldById.get(id);
}

/** The yearly figure behind a field such as `year.revenue`. */
export function figureOfField(id: string): YearFigure | undefined {
  const name = id.startsWith(yearPrefix) ? id.slice(yearPrefix.length) : '';
  return yearFigures.find((figure) => figure === name);
}

/** The three ways to hold a title: 当前有效, 累计认定, 当年新增. */
export type HeldView = 'stock' | 'cumulative' | 'newInYear';

/** One condition (条件). Which of the values count follows from the field and the test; the others are null. */
export type FirmRule = {
  readonly field: string;
  readonly test: QueryTest;
  /** Words to look for. */
  readonly text: string | null;
  /** Ids of places, classes, titles or pools; words of a yearly choice. */
  readonly list: readonly string[];
  /** 分, ppm, hundredths or a count. */
  readonly number: number | null;
  /** The day to compare with; for titles and pools the day they are held, null for the list's own day. */
  readonly day: Day | null;
  /** The year of a yearly figure or of awards; null for the newest year, or for all years of awards. */
  readonly year: number | null;
  readonly view: HeldView;
};

/** Rules that must all hold (且), or of which one is enough (或). */
export type RuleGroup = { readonly join: 'all' | 'any'; readonly rules: readonly FirmRule[] };

/** An advanced filter (高级筛选): groups of rules, again joined by 且 or 或. */
export type FirmQuery = { readonly join: 'all' | 'any'; readonly groups: readonly RuleGroup[] };

/** What a rule still lacks, as a sentence; null when it can be asked. */
export function ruleProblem(rule: FirmRule): string | null {
  const field = queryField(rule.field);
  if (field === undefined) return `没有“${rule.field}”这个字段。`;
  const { label, kind } = field;
  if (!testsOfKind[kind].includes(rule.test)) return `“${label}”不能这样判断。`;
  switch (rule.test) {
    case 'contains':
    case 'lacks':
      return (rule.text ?? '').trim() === '' ? `请填写“${label}”要查的文字。` : null;
    case 'anyOf':
    case 'noneOf':
    case 'holds':
    case 'holdsNot':
      return rule.list.length === 0 ? `请选择“${label}”。` : null;
    case 'atLeast':
    case 'atMost':
      if (kind === 'day') return rule.day === null ? `请填写“${label}”的日期。` : null;
      return rule.number === null ? `请填写“${label}”的数值。` : null;
    default:
      return null;
  }
}
