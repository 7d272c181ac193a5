import type { TargetPoint } from '#renderer/charts/points.ts';
import type { OutputOf } from '#shared/contract/api.ts';

type Measure = OutputOf<'goals.get'>['measures'][number];

/** The years of a measure with baseline or target and what was reached, ascending. */
export function goalPoints(measure: Measure): readonly TargetPoint[] {
  const years = new Set([
    ...(measure.baselineYear === null ? [] : [measure.baselineYear]),
    ...measure.targets.map(({ year }) => year),
    ...measure.actuals.map(({ year }) => year),
  ]);
  return [...years]
    .sort((a, b) => a - b)
    .map((year) => ({
      label: `${year}年`,
      target:
        measure.targets.find((target) => target.year === year)?.value ??
        (year === measure.baselineYear ? measure.baseline : null),
      actual: measure.actuals.find((actual) => actual.year === year)?.progress ?? null,
    }));
}
