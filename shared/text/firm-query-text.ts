import type { FirmQuery, FirmRule, HeldView, QueryTest } from '#shared/domain/firm-query.ts';
import { figureOfField, queryField } from '#shared/domain/firm-query.ts';
import { yearFigureInfo } from '#shared/domain/firm-year.ts';
import { amountText } from '#shared/domain/money.ts';
import { scaleText, statusText } from './firm-text.ts';

/** Word of each question. */
const queryTestText: Readonly<Record<QueryTest, string>> = {
  contains: '包含',
  lacks: '不包含',
  anyOf: '属于',
  noneOf: '不属于',
  yes: '是',
  no: '否',
  atLeast: '不少于',
  atMost: '不超过',
  holds: '有',
  holdsNot: '没有',
  filled: '已填',
  empty: '未填',
};

/** The same for days, which are not less or more but earlier or later. */
const dayTestText: Partial<Readonly<Record<QueryTest, string>>> = { atLeast: '不早于', atMost: '不晚于' };

/** Word of a question about a kind of field. */
export function testText(test: QueryTest, kind: string): string {
  return (kind === 'day' ? dayTestText[test] : undefined) ?? queryTestText[test];
}

/** Word of each way to hold a title. */
export const heldViewText: Readonly<Record<HeldView, string>> = {
  stock: '当前有效',
  cumulative: '累计认定',
  newInYear: '当年新增',
};

/** Label of an id in a list of a rule: a place, a title, a pool. */
export type QueryLabels = (field: string, id: string) => string;

/** Closed words of a choice field; nothing where the pack gives the choices. */
export function closedChoices(
  field: string,
): readonly { readonly id: string; readonly label: string }[] | undefined {
  const words = closedWords(field);
  return words && Object.entries(words).map(([id, label]) => ({ id, label }));
}

function closedWords(field: string): Readonly<Record<string, string>> | undefined {
  if (field === 'scale') return scaleText;
  if (field === 'status') return statusText;
  const figure = figureOfField(field);
  return figure && yearFigureInfo[figure].choices;
}

/** A rule as a sentence without its stop: `2025年营业收入不少于5000万元`. */
function ruleText(rule: FirmRule, labels: QueryLabels): string {
  const field = queryField(rule.field);
  if (field === undefined) return rule.field;
  const { label, kind, group } = field;
  const when =
    group === 'year' ? yearWord(rule, '最近一年') : group === 'award' ? yearWord(rule, '历年') : '';
  const head = `${when}${label}`;
  const word = testText(rule.test, kind);
  switch (rule.test) {
    case 'contains':
    case 'lacks':
      return `${head}${word}“${rule.text ?? ''}”`;
    case 'anyOf':
    case 'noneOf':
      return `${head}${word}${listText(rule, labels)}`;
    case 'holds':
    case 'holdsNot': {
      const day = rule.day === null ? '' : `${rule.day}`;
      return `${day}${word}${listText(rule, labels)}（${heldViewText[rule.view]}）`;
    }
    case 'atLeast':
    case 'atMost':
      return `${head}${word}${rule.day ?? numberText(kind, rule.number ?? 0)}`;
    case 'yes':
    case 'no':
      return `${head}为${word}`;
    default:
      return `${head}${word}`;
  }
}

function yearWord(rule: FirmRule, none: string): string {
  return rule.year === null ? none : `${rule.year}年`;
}

function listText(rule: FirmRule, labels: QueryLabels): string {
  const closed = closedWords(rule.field);
  return rule.list.map((id) => closed?.[id] ?? labels(rule.field, id)).join('、');
}

function numberText(kind: string, value: number): string {
  if (kind === 'money') return amountText(value);
  if (kind === 'share') return `${value / 10_000}%`;
  if (kind === 'score') return `${value / 100}分`;
  return String(value);
}

/** A whole filter in words: `街道属于下沙街道，且（2025年营业收入不少于5000万元，或 规模属于中型）`. */
export function queryText({ join, groups }: FirmQuery, labels: QueryLabels): string {
  const parts = groups.map((group) => {
    const text = group.rules.map((rule) => ruleText(rule, labels)).join(joinWords[group.join]);
    return group.rules.length > 1 && groups.length > 1 ? `（${text}）` : text;
  });
  return parts.join(joinWords[join]);
}

const joinWords = { all: '，且', any: '，或' } as const;
