import type { OutputOf } from '#shared/contract/api.ts';

/** One clause of the document. */
export type Rule = OutputOf<'policy.library'>['rules'][number];
/** The rule for awards that overlap. */
export type OverlapGroup = OutputOf<'policy.library'>['overlapGroups'][number];

/** Kinds of clauses as a clerk calls them. */
export const kindWords: Readonly<Record<Rule['kind'], string>> = {
  money: '奖补',
  entitlement: '服务保障',
  budget: '年度预算',
  principle: '总则附则',
};
