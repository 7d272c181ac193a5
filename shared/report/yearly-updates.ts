import { type Day, yearOf } from '#shared/domain/day.ts';
import type { Title } from '#shared/policy/pack.ts';
import { spanOn, type TitleHolding } from './figures.ts';

/** A firm that has not updated its information this year (年度更新未办), for the title with the earliest last day. */
export type OpenUpdate = {
  readonly firmId: number;
  readonly titleId: string;
  /** Last day of the year for it. */
  readonly by: Day;
};

/** The last day of a year for holders of a title; nothing when it asks for no yearly update. */
export function updateDueDay(title: Title, year: number): Day | undefined {
  const rule = title.yearlyUpdates.findLast(({ fromYear }) => fromYear <= year);
  return rule === undefined ? undefined : `${year}-${rule.by}`;
}

/**
 * Firms that owe the yearly update of the day's year: they validly hold a title that asks for it and got it before the
 * year began, and are not on record as having done it. First due first.
 */
export function openUpdates(
  byFirm: ReadonlyMap<number, readonly TitleHolding[]>,
  titles: readonly Title[],
  done: ReadonlySet<number>,
  asOf: Day,
): readonly OpenUpdate[] {
  const year = yearOf(asOf);
  const due = titles.flatMap((title) => {
    const by = updateDueDay(title, year);
    return by === undefined ? [] : [{ titleId: title.id, by }];
  });
  due.sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
  const open: OpenUpdate[] = [];
  for (const [firmId, holdings] of byFirm) {
    if (done.has(firmId)) continue;
    const held = new Set(
      holdings.filter((each) => heldBefore(each, year, asOf)).map(({ titleId }) => titleId),
    );
    const first = due.find(({ titleId }) => held.has(titleId));
    if (first !== undefined) open.push({ firmId, ...first });
  }
  return open.sort((a, b) => (a.by < b.by ? -1 : a.by > b.by ? 1 : a.firmId - b.firmId));
}

function heldBefore(holding: TitleHolding, year: number, asOf: Day): boolean {
  const { firstRecognised } = holding;
  return firstRecognised !== null && yearOf(firstRecognised) < year && spanOn(holding, asOf) !== undefined;
}
