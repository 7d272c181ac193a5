import type { z } from 'zod';
import type { DashboardSchema } from '#shared/contract/methods/dashboard.ts';
import { addDays, type Day, yearOf } from '#shared/domain/day.ts';
import type { Title } from '#shared/policy/pack.ts';
import { spanOn, type TitleHolding } from './figures.ts';
import type { PoolStay } from './pools.ts';

type Dashboard = z.output<typeof DashboardSchema>;

/** Title of the ladder as the home page names it. */
export type Rung = Pick<Title, 'id' | 'short'>;

/** Months of the calendar of ending titles. */
const monthsAhead = 12;

/**
 * 年度增减: for each title and year the stock at its end (at the day itself in the running year), the firms that hold
 * it then and did not a year before, and those that held it and no longer do.
 */
export function flowRows(
  rungs: readonly Rung[],
  byTitle: ReadonlyMap<string, readonly TitleHolding[]>,
  years: readonly number[],
  asOf: Day,
): Dashboard['flow'] {
  return rungs.map(({ id, short }) => ({
    titleId: id,
    label: short,
    years: years.map((year) => {
      const before: Day = `${year - 1}-12-31`;
      const end: Day = year === yearOf(asOf) ? asOf : `${year}-12-31`;
      const tally = { year, gained: 0, lost: 0, stock: 0 };
      for (const holding of byTitle.get(id) ?? []) {
        const had = spanOn(holding, before) !== undefined;
        const has = spanOn(holding, end) !== undefined;
        if (has) tally.stock += 1;
        if (has && !had) tally.gained += 1;
        if (had && !has) tally.lost += 1;
      }
      return tally;
    }),
  }));
}

/** 到期日历: valid titles by the month in which they end, twelve months from that of the day. */
export function endingByMonth(
  rungs: readonly Rung[],
  byTitle: ReadonlyMap<string, readonly TitleHolding[]>,
  asOf: Day,
): Dashboard['calendar'] {
  const months = Array.from({ length: monthsAhead }, (_, ahead) => monthAfter(asOf, ahead));
  const ending = new Map<string, number>();
  for (const { id } of rungs) {
    for (const holding of byTitle.get(id) ?? []) {
      const until = spanOn(holding, asOf)?.until;
      if (until == null) continue;
      const key = `${until.slice(0, 7)}/${id}`;
      ending.set(key, (ending.get(key) ?? 0) + 1);
    }
  }
  return months.map((month) => ({
    month,
    titles: rungs.map(({ id }) => ({ titleId: id, ending: ending.get(`${month}/${id}`) ?? 0 })),
  }));
}

/** The month, `YYYY-MM`, so many after that of the day. */
function monthAfter(day: Day, ahead: number): string {
  const count = yearOf(day) * 12 + Number(day.slice(5, 7)) - 1 + ahead;
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}`;
}

/** 培育库: members of each pool by stage at the day, and what came and went in its year up to it. */
export function poolRows(
  pools: readonly { readonly id: string; readonly label: string; readonly stages: readonly string[] }[],
  stays: readonly PoolStay[],
  asOf: Day,
): Dashboard['pools'] {
  const yearStart: Day = `${yearOf(asOf)}-01-01`;
  return pools.map(({ id, label, stages }) => {
    const members = new Map<string, number>();
    const row = { poolId: id, label, members: 0, entered: 0, left: 0, promoted: 0 };
    for (const stay of stays) {
      if (stay.poolId !== id || stay.from > asOf) continue;
      if (stay.from >= yearStart) row.entered += 1;
      if (stay.until === null || stay.until >= asOf) {
        const stage = stay.stages.findLast((each) => each.from <= asOf)?.stage ?? stages[0] ?? '';
        members.set(stage, (members.get(stage) ?? 0) + 1);
        row.members += 1;
      } else if (addDays(stay.until, 1) >= yearStart) {
        // The day after its last one in the pool is the day it left.
        row.left += 1;
        if (stay.exit?.kind === 'reached') row.promoted += 1;
      }
    }
    const known = stages.map((stage) => ({ stage, members: members.get(stage) ?? 0 }));
    // A stage that the pack no longer names still has its members.
    const others = [...members].filter(([stage]) => !stages.includes(stage));
    return { ...row, stages: [...known, ...others.map(([stage, count]) => ({ stage, members: count }))] };
  });
}
