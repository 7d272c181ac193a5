import type { z } from 'zod';
import type { GoalsSchema, MeasureSchema } from '#shared/contract/methods/goals.ts';
import { type Day, yearOf } from '#shared/domain/day.ts';
import type { MeasureRule } from '#shared/policy/pack.ts';
import { gapTo, type TitleHolding, targetOn, titleCounts } from './figures.ts';

/** One measure with its figures, as every screen, paper and command shows it. */
export type Measure = z.output<typeof MeasureSchema>;
/** All measures at a day. */
export type Goals = z.output<typeof GoalsSchema>;

/**
 * Computes every measure of the pack at a day. `holdings` are those of titles and of pools together: a pool counts like
 * a title under its own id.
 */
export function computeGoals(
  rules: readonly MeasureRule[],
  holdings: readonly TitleHolding[],
  asOf: Day,
): Goals {
  return { asOf, measures: rules.map((rule) => computeMeasure(rule, holdings, asOf)) };
}

function computeMeasure(rule: MeasureRule, holdings: readonly TitleHolding[], asOf: Day): Measure {
  const ids = rule.counts === 'pool' ? [rule.id] : rule.titleIds;
  const counts = titleCounts(holdings, ids, asOf);
  const target = targetOn(rule.targets, asOf);
  return {
    id: rule.id,
    label: rule.label,
    definition: rule.definition,
    reference: rule.reference,
    notes: [...rule.notes],
    titleIds: [...ids],
    counts: rule.counts,
    basis: rule.basis,
    baseline: rule.baseline,
    baselineYear: rule.baselineYear,
    targets: rule.targets.map(({ year, value }) => ({ year, value })),
    ...counts,
    targetYear: target?.year ?? null,
    target: target?.value ?? null,
    gap: target === undefined ? null : gapTo(target.value, counts[rule.basis]),
    actuals: yearsToShow(rule, asOf).map((year) => {
      const day = year === yearOf(asOf) ? asOf : `${year}-12-31`;
      const at = titleCounts(holdings, ids, day);
      return { year, stock: at.stock, cumulative: at.cumulative, added: at.newThisYear };
    }),
  };
}

/** From the baseline year (or the year before the first target) up to the year of the day. */
function yearsToShow(rule: MeasureRule, asOf: Day): readonly number[] {
  const firstTarget = Math.min(...rule.targets.map((target) => target.year), yearOf(asOf));
  const first = rule.baselineYear ?? firstTarget - 1;
  const years: number[] = [];
  for (let year = first; year <= yearOf(asOf); year += 1) years.push(year);
  return years;
}
