import { fieldAliases, ignoredHeaders, summaryHeaders } from './aliases.ts';
import { type FirmOrTitleField, isFirmOrTitleField } from './fields.ts';
import { type FieldPair, halvesOf, pairOf } from './two-in-one.ts';

/** Units a header or a line above it can name, in 分. */
export const moneyUnits: Readonly<Record<string, number>> = {
  元: 100,
  千元: 100_000,
  万元: 1_000_000,
  万: 1_000_000,
  百万元: 100_000_000,
  亿元: 10_000_000_000,
  亿: 10_000_000_000,
};

/** What a header means: its field (exactly an alias), the unit it names, or a likely field for a person to confirm. */
export type HeaderMatch = {
  readonly field: FirmOrTitleField | null;
  /** Place among the aliases of the field, 0 for the plainest; -1 without a field. */
  readonly rank: number;
  readonly unit: string | null;
  readonly suggestion: FirmOrTitleField | null;
  /** Set when the header names two fields in one (联系人及电话); `field` is the first of the pair then. */
  readonly pair?: FieldPair;
  /** Known, with or without a use for the ledger. */
  readonly known: boolean;
};

type Alias = { readonly field: FirmOrTitleField; readonly rank: number };

const byAlias: ReadonlyMap<string, Alias> = new Map(
  Object.entries(fieldAliases).flatMap(([field, aliases]) =>
    isFirmOrTitleField(field) ? aliases.map((alias, rank): [string, Alias] => [alias, { field, rank }]) : [],
  ),
);

/** Longest header that is looked at; longer texts are notes. */
const longestHeader = 60;
const unknown: HeaderMatch = { field: null, rank: -1, unit: null, suggestion: null, known: false };

/** A header (列名) without blanks, brackets and marks, and the unit that stood in it. */
export function normaliseHeader(text: string): { readonly key: string; readonly unit: string | null } {
  const narrow = text.normalize('NFKC').replace(/[\s\p{Cf}*#★☆※:、,/\\|“”"'‘’。.;\-—_]/gu, '');
  let unit: string | null = null;
  const key = narrow.replace(/[([【〔{<《]([^)\]】〕}>》]*)[)\]】〕}>》]/g, (_, inner: string) => {
    const name = inner.replace(/^单位|人民币$|^人民币/g, '');
    if (Object.hasOwn(moneyUnits, name)) unit = name;
    return '';
  });
  const trailing = unit === null ? /(?<=资本|资金)(亿元|万元|千元|元)$/.exec(key)?.[1] : undefined;
  return trailing === undefined ? { key, unit } : { key: key.slice(0, -trailing.length), unit: trailing };
}

/** 企业名称（认定时）beside 企业名称（现）. */
const formerMark = /[([（【](?:认定时|认定|原|曾用|曾用名|旧|更名前|变更前|申报时)[)\]）】]/u;

/** Meaning of one header. Likeness is only ever a suggestion. */
export function matchHeader(text: string): HeaderMatch {
  if (text.length > longestHeader) return unknown;
  const { key, unit } = normaliseHeader(text);
  if (key === '') return unknown;
  if (ignoredHeaders.has(key) || summaryHeaders.has(text.trim())) return { ...unknown, known: true };
  const together = twoInOne(text);
  if (together !== undefined) return { ...together, unit, suggestion: null, known: true };
  const alias = byAlias.get(key) ?? byAlias.get(key.replace(/^\d{1,2}(?=\p{Script=Han})/u, ''));
  if (alias?.field === 'name' && formerMark.test(text)) {
    return { field: 'formerName', rank: 0, unit, suggestion: null, known: true };
  }
  if (alias !== undefined) return { ...alias, unit, suggestion: null, known: true };
  const alike = [...byAlias].find(
    ([each]) => each.length >= 2 && key.length >= 2 && (key.includes(each) || each.includes(key)),
  );
  return { ...unknown, unit, suggestion: alike?.[1].field ?? null };
}

/** Numbers that rosters give beside the code, or instead of it: 统一社会信用代码/注册号. */
const otherNumbers: ReadonlySet<string> = new Set(['注册号', '工商注册号', '组织机构代码', '税号']);

/** Two fields that one header names together; the number beside a code is read as the code. */
function twoInOne(text: string): Pick<HeaderMatch, 'field' | 'rank' | 'pair'> | undefined {
  for (const halves of halvesOf(text)) {
    const [left, right] = halves.map((half) => normaliseHeader(half).key);
    if (left === undefined || right === undefined) continue;
    const [first, second] = [byAlias.get(left), byAlias.get(right)];
    if (first?.field === 'code' && otherNumbers.has(right)) return { field: 'code', rank: first.rank };
    if (first === undefined || second === undefined) continue;
    const pair = pairOf(first.field, second.field);
    if (pair === undefined) continue;
    // A column that states one of them alone is plainer.
    return { field: pair[0], rank: first.rank + second.rank + 1, pair };
  }
  return undefined;
}

/** Whether a text is a header that every roster could have. */
export function isKnownHeader(text: string): boolean {
  if (text.length > longestHeader) return false;
  const { key } = normaliseHeader(text);
  return byAlias.has(key) || ignoredHeaders.has(key) || twoInOne(text) !== undefined;
}
