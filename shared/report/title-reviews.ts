import { type Day, yearOf } from '#shared/domain/day.ts';
import type { TitleEvent } from '#shared/domain/title.ts';
import type { Title } from '#shared/policy/pack.ts';
import { titleTerms } from '#shared/policy/title-state.ts';
import { confersTitle } from '#shared/policy/title-steps.ts';
import { spanOn, type TitleHolding } from './figures.ts';

/**
 * What became of a term that ends: 复核通过, 复核未通过, 重新认定, 已撤销或迁出, 待复核 (the term still runs),
 * 到期未复核 (it is over and nothing is on record).
 */
export type ReviewResult = 'passed' | 'failed' | 'recognisedAgain' | 'ended' | 'pending' | 'overdue';

/** Chinese word of each result. */
export const reviewResultText: Readonly<Record<ReviewResult, string>> = {
  passed: '复核通过',
  failed: '复核未通过',
  recognisedAgain: '重新认定',
  ended: '已撤销或迁出',
  pending: '待复核',
  overdue: '到期未复核',
};

/** One firm whose term of a title ends in the year asked for. */
export type ReviewCase = {
  readonly firmId: number;
  readonly titleId: string;
  /** What opened the term: its day, batch and document. */
  readonly term: TitleEvent;
  readonly until: Day;
  readonly result: ReviewResult;
  /** Day of the result; null while there is none. */
  readonly resultOn: Day | null;
};

/** The review cohort (复核名单) of a year: every term that ends in it, first to end first. */
export function reviewCohort(
  events: readonly TitleEvent[],
  titles: readonly Title[],
  year: number,
  asOf: Day,
): readonly ReviewCase[] {
  const validity = new Map(titles.map((title) => [title.id, title.validityYears]));
  const cases: ReviewCase[] = [];
  for (const group of groupByHolding(events)) {
    const [first] = group;
    if (first === undefined) continue;
    for (const { event, until, next } of titleTerms(group, {
      validityYears: validity.get(first.titleId) ?? null,
    })) {
      if (until === null || yearOf(until) !== year) continue;
      const known = next !== null && next.on <= asOf ? next : null;
      cases.push({
        firmId: first.firmId,
        titleId: first.titleId,
        term: event,
        until,
        result: resultOf(known, until, asOf),
        resultOn: known?.on ?? null,
      });
    }
  }
  return cases.sort((a, b) => (a.until < b.until ? -1 : a.until > b.until ? 1 : a.firmId - b.firmId));
}

/** Holders on the day whose own prerequisite title (前置称号) is not valid, so that the next review is at risk. */
export function missingPrerequisites(
  byFirm: ReadonlyMap<number, readonly TitleHolding[]>,
  titles: readonly Title[],
  asOf: Day,
): readonly { readonly firmId: number; readonly titleId: string; readonly requires: readonly string[] }[] {
  const demanding = titles.filter((title) => title.requires.length > 0);
  const found: { firmId: number; titleId: string; requires: readonly string[] }[] = [];
  for (const [firmId, holdings] of byFirm) {
    const valid = new Set(
      holdings.filter((holding) => spanOn(holding, asOf) !== undefined).map((holding) => holding.titleId),
    );
    for (const title of demanding) {
      if (!valid.has(title.id) || title.requires.some((id) => valid.has(id))) continue;
      found.push({ firmId, titleId: title.id, requires: title.requires });
    }
  }
  return found;
}

function resultOf(next: TitleEvent | null, until: Day, asOf: Day): ReviewResult {
  if (next === null) return until < asOf ? 'overdue' : 'pending';
  if (next.kind === 'reviewPassed') return 'passed';
  if (next.kind === 'reviewFailed') return 'failed';
  if (confersTitle(next.kind)) return 'recognisedAgain';
  return next.kind === 'expired' ? 'overdue' : 'ended';
}

function groupByHolding(events: readonly TitleEvent[]): Iterable<readonly TitleEvent[]> {
  const groups = new Map<string, TitleEvent[]>();
  for (const event of events) {
    const key = `${event.firmId}/${event.titleId}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [event]);
    else group.push(event);
  }
  return groups.values();
}
