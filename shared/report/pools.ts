import { addDays, type Day } from '#shared/domain/day.ts';
import type { PoolEvent, PoolExit } from '#shared/domain/pool.ts';
import type { PoolRule } from '#shared/policy/pack.ts';
import { spanOn, type TitleHolding } from './figures.ts';

/** One stay of a firm in a pool (在库): from 入库 to the day before 出库, with its stages. */
export type PoolStay = {
  readonly firmId: number;
  readonly poolId: string;
  readonly from: Day;
  /** Last day in the pool; null while it is in. */
  readonly until: Day | null;
  /** Stages with the day each began, oldest first. */
  readonly stages: readonly { readonly stage: string; readonly from: Day }[];
  readonly exit: { readonly kind: PoolExit; readonly reason: string | null } | null;
};

/** The stays of all firms, from events ordered by firm and day. A second 入库 of a member only sets its stage. */
export function poolStays(events: readonly PoolEvent[]): readonly PoolStay[] {
  const stays: PoolStay[] = [];
  const open = new Map<string, PoolStay>();
  for (const event of events) {
    const key = `${event.firmId}/${event.poolId}`;
    const stay = open.get(key);
    if (event.kind === 'left') {
      if (stay === undefined || event.exit === null) continue;
      open.delete(key);
      stays.push({
        ...stay,
        until: addDays(event.on, -1),
        exit: { kind: event.exit, reason: event.reason },
      });
    } else if (event.stage !== null) {
      const stage = { stage: event.stage, from: event.on };
      if (stay !== undefined) open.set(key, { ...stay, stages: [...stay.stages, stage] });
      else if (event.kind === 'entered') {
        open.set(key, {
          firmId: event.firmId,
          poolId: event.poolId,
          from: event.on,
          until: null,
          stages: [stage],
          exit: null,
        });
      }
    }
  }
  return [...stays, ...open.values()].sort((a, b) => a.firmId - b.firmId || (a.from < b.from ? -1 : 1));
}

/** The stays in the form that all counts are made from, the pool in the place of the title. */
export function poolHoldings(stays: readonly PoolStay[]): readonly TitleHolding[] {
  const holdings = new Map<
    string,
    { firmId: number; titleId: string; firstRecognised: Day; spans: PoolStay[] }
  >();
  for (const stay of stays) {
    const key = `${stay.firmId}/${stay.poolId}`;
    const known = holdings.get(key);
    if (known === undefined) {
      holdings.set(key, {
        firmId: stay.firmId,
        titleId: stay.poolId,
        firstRecognised: stay.from,
        spans: [stay],
      });
    } else known.spans.push(stay);
  }
  return [...holdings.values()];
}

/** The stay of a day, and the stage the firm was in. */
export function stayOn(
  stays: readonly PoolStay[],
  day: Day,
): readonly (PoolStay & { readonly stage: string })[] {
  return stays.flatMap((stay) => {
    if (stay.from > day || (stay.until !== null && day > stay.until)) return [];
    const stage = stay.stages.findLast((each) => each.from <= day)?.stage ?? stay.stages[0]?.stage ?? '';
    return [{ ...stay, stage }];
  });
}

/** What the selection standard looks at in a firm. */
export type PoolFacts = {
  readonly chain: boolean;
  readonly platform: boolean;
  readonly aboveScale: boolean | null;
};

/** What a firm scores on a pool's selection standard (遴选标准), item by item. */
export type PoolScore = {
  readonly points: number;
  /** Every required item is met and the points reach the pass mark. */
  readonly passes: boolean;
  readonly items: readonly { readonly label: string; readonly met: boolean; readonly points: number }[];
};

/** Scores a firm against the standard of a pool; an unknown fact is not met. */
export function scoreForPool(
  { standard }: PoolRule,
  facts: PoolFacts,
  holdings: readonly TitleHolding[],
  day: Day,
): PoolScore {
  const valid = new Set(
    holdings.filter((holding) => spanOn(holding, day) !== undefined).map((holding) => holding.titleId),
  );
  const items = standard.items.map((item) => {
    const met = item.fact === null ? item.titleIds.some((id) => valid.has(id)) : facts[item.fact] === true;
    return { label: item.label, met, points: met ? item.points : 0, required: item.required };
  });
  const points = items.reduce((sum, item) => sum + item.points, 0);
  return {
    points,
    passes: points >= standard.pass && items.every((item) => item.met || !item.required),
    items: items.map(({ label, met, points: own }) => ({ label, met, points: own })),
  };
}
