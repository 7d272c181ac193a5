import type { z } from 'zod';
import type { GoalsSchema, MeasureSchema } from '#shared/contract/methods/goals.ts';
import { type Day, yearOf } from '#shared/domain/day.ts';
import type { MeasureRule } from '#shared/policy/pack.ts';
import { gapTo, type TitleHolding, targetOn, titleCounter } from './figures.ts';
import { forecastOf } from './forecast.ts';

/** One measure with its figures, as every screen, paper and command shows it. */
export type Measure = z.output<typeof MeasureSchema>;
/** All measures at a day. */
export type Goals = z.output<typeof GoalsSchema>;

/**
 * How a measure that has a baseline (基数) is set against its target: `ledger` counts the firms of the ledger;
 * `baseline` takes the document's baseline and adds what the ledger gained since, for a ledger that does not yet hold
 * the firms of before.
 */
export type Counting = Goals['counting'];

/**
 * Computes every measure of the pack at a day. `holdings` are those of titles and of pools together: a pool counts like
 * a title under its own id.
 */
export function computeGoals(
  rules: readonly MeasureRule[],
  holdings: readonly TitleHolding[],
  asOf: Day,
  counting: Counting = 'ledger',
): Goals {
  return { asOf, counting, measures: rules.map((rule) => computeMeasure(rule, holdings, asOf, counting)) };
}

/** Titles that count for a measure; a pool counts under its own id. */
function idsOf(rule: MeasureRule): readonly string[] {
  return rule.counts === 'pool' ? [rule.id] : rule.titleIds;
}

function computeMeasure(
  rule: MeasureRule,
  holdings: readonly TitleHolding[],
  asOf: Day,
  counting: Counting,
): Measure {
  const ids = idsOf(rule);
  const countOn = titleCounter(holdings, ids);
  const counts = countOn(asOf);
  const target = targetOn(rule.targets, asOf);
  const { baseline, baselineOn } = rule;
  const atBaseline = baselineOn === null ? null : countOn(baselineOn)[rule.basis];
  const lift =
    counting === 'baseline' && baseline !== null && atBaseline !== null ? baseline - atBaseline : 0;
  const progress = counts[rule.basis] + lift;
  const gap = target === undefined ? null : gapTo(target.value, progress);
  const years = yearsToShow(rule, asOf).map((year) => {
    const at = countOn(year === yearOf(asOf) ? asOf : lastDayOf(year));
    const { stock, cumulative, newThisYear: added } = at;
    return { year, stock, cumulative, added, progress: at[rule.basis] + lift };
  });
  return {
    id: rule.id,
    label: rule.label,
    definition: rule.definition,
    reference: rule.reference,
    notes: [...rule.notes],
    titleIds: [...ids],
    counts: rule.counts,
    basis: rule.basis,
    baseline,
    baselineYear: rule.baselineYear,
    atBaseline,
    targets: rule.targets.map(({ year, value }) => ({ year, value })),
    ...counts,
    progress,
    targetYear: target?.year ?? null,
    target: target?.value ?? null,
    gap,
    ...paceTo(target?.year ?? null, gap, asOf),
    forecast:
      target === undefined ? null : forecastOf({ progress, countOn, basis: rule.basis }, asOf, target.year),
    actuals: years,
  };
}

function lastDayOf(year: number): Day {
  return `${year}-12-31`;
}

/** Months left to the end of the target's year, and how many firms a month are needed; overdue when none are left. */
function paceTo(
  year: number | null,
  gap: number | null,
  asOf: Day,
): Pick<Measure, 'monthsLeft' | 'perMonth' | 'overdue'> {
  if (year === null || gap === null) return { monthsLeft: null, perMonth: null, overdue: false };
  const monthsLeft = Math.max(0, (year - yearOf(asOf)) * 12 + 12 - Number(asOf.slice(5, 7)));
  const overdue = gap > 0 && asOf >= lastDayOf(year);
  // One decimal, rounded up: whoever keeps the pace shown reaches the target.
  const perMonth = gap === 0 || overdue ? null : Math.ceil((gap * 10) / Math.max(1, monthsLeft)) / 10;
  return { monthsLeft, perMonth, overdue };
}

/** From the baseline year (or the year before the first target) up to the year of the day. */
function yearsToShow(rule: MeasureRule, asOf: Day): readonly number[] {
  const firstTarget = Math.min(...rule.targets.map((target) => target.year), yearOf(asOf));
  const first = rule.baselineYear ?? firstTarget - 1;
  const years: number[] = [];
  for (let year = first; year <= yearOf(asOf); year += 1) years.push(year);
  return years;
}
