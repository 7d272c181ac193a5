import type { FirmQuery, FirmRule, QueryField, QueryGroup, RuleGroup } from '#shared/domain/firm-query.ts';
import { queryField, queryFields, ruleProblem, testsOfKind } from '#shared/domain/firm-query.ts';
import { fenPerWan } from '#shared/domain/money.ts';

/** Heading of each part of the menu of fields. */
const groupWords: Readonly<Record<QueryGroup, string>> = {
  firm: '基本信息',
  held: '称号与培育库',
  year: '经营数据',
  award: '奖补',
};

/** The menu of fields, in parts. */
export const fieldMenu = (['firm', 'held', 'year', 'award'] as const).map((group) => ({
  label: groupWords[group],
  options: queryFields
    .filter((field) => field.group === group)
    .map(({ id, label }) => ({ value: id, label })),
}));

/** A condition about a field with nothing filled in. */
export function plainRule(field: QueryField): FirmRule {
  return {
    field: field.id,
    test: testsOfKind[field.kind][0] ?? 'filled',
    text: null,
    list: [],
    number: null,
    day: null,
    year: null,
    view: 'stock',
  };
}

/** The condition that a new line begins with. */
const firstField = queryField('streetId');
/** A group with one empty condition. */
export function plainGroup(): RuleGroup {
  if (firstField === undefined) throw new Error('the menu has streets');
  return { join: 'all', rules: [plainRule(firstField)] };
}

/** A filter with one empty condition. */
export function plainQuery(): FirmQuery {
  return { join: 'all', groups: [plainGroup()] };
}

/** Puts another group in a place; an empty one takes the place away. */
export function withGroup(query: FirmQuery, index: number, group: RuleGroup): FirmQuery {
  const groups = query.groups.map((each, i) => (i === index ? group : each));
  return { ...query, groups: groups.filter(({ rules }) => rules.length > 0) };
}

/** First thing that a filter still lacks; null when it can be asked. */
export function queryProblem(query: FirmQuery): string | null {
  for (const { rules } of query.groups) {
    for (const rule of rules) {
      const problem = ruleProblem(rule);
      if (problem !== null) return problem;
    }
  }
  return null;
}

/** How each kind of number is typed: unit, what one of it is in the stored unit, decimals. */
export const typedUnits = {
  money: { unit: '万元', scale: fenPerWan, digits: 6 },
  share: { unit: '%', scale: 10_000, digits: 4 },
  score: { unit: '分', scale: 100, digits: 2 },
  count: { unit: '', scale: 1, digits: 0 },
} as const;
