import type { EvaluationIndicator } from './rule.ts';

/** Weights by indicator when every indicator has one and they add up to 100; nothing otherwise. */
export function needWeights(
  value: unknown,
  indicators: readonly Pick<EvaluationIndicator, 'id'>[],
): ReadonlyMap<string, number> | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const weights = new Map<string, number>();
  for (const [id, weight] of Object.entries(value)) {
    if (!Number.isInteger(weight) || weight < 0) return undefined;
    weights.set(id, weight);
  }
  const sum = [...weights.values()].reduce((total, weight) => total + weight, 0);
  const complete = weights.size === indicators.length && indicators.every(({ id }) => weights.has(id));
  return complete && sum === 100 ? weights : undefined;
}
