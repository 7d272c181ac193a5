import type { z } from 'zod';
import { getSetting } from '#electron/db/tables/settings.ts';
import type { EvaluationRuleSchema } from '#shared/contract/methods/evaluations.ts';
import type { EvaluationIndicator, EvaluationRule } from '#shared/evaluation/rule.ts';
import { needWeights } from '#shared/evaluation/weights.ts';
import { bandText } from '#shared/evaluation/words.ts';
import type { Pack } from '#shared/policy/pack.ts';
import type { OpenLedger } from '../context.ts';
import { titleLabel } from '../labels.ts';
import { poolRule } from '../pools.ts';

/** A rule in the words of the page and the paper. */
export type ShownRule = z.output<typeof EvaluationRuleSchema>;

/** Key in the ledger of the bureau's own weights for a pool. */
export function weightsKey(poolId: string): string {
  return `evaluation.weights.${poolId}`;
}

/** The rule of a pool with the weights in force, and whether they are the bureau's own. Nothing without a rule. */
export function ruleInForce(
  open: OpenLedger,
  poolId: string,
): { readonly rule: EvaluationRule; readonly ownWeights: boolean } | undefined {
  const rule = poolRule(open, poolId).evaluation;
  if (rule === null) return undefined;
  const own = getSetting(open.ledger.read, weightsKey(poolId));
  // An older pack's indicators may be gone: then its weights say nothing about this one.
  const weights = own === undefined ? undefined : needWeights(own, rule.indicators);
  if (weights === undefined) return { rule, ownWeights: false };
  return { rule: { ...rule, indicators: weighted(rule.indicators, weights) }, ownWeights: true };
}

/** The indicators with other weights; those without one keep theirs. */
export function weighted(
  indicators: readonly EvaluationIndicator[],
  weights: ReadonlyMap<string, number>,
): readonly EvaluationIndicator[] {
  return indicators.map((each) => ({ ...each, weight: weights.get(each.id) ?? each.weight }));
}

/** A rule in words. */
export function showRule(
  pack: Pack,
  { rule, ownWeights }: { readonly rule: EvaluationRule; readonly ownWeights: boolean },
): ShownRule {
  return {
    note: rule.note,
    reference: rule.reference.text,
    ownWeights,
    indicators: rule.indicators.map(({ id, label, weight, bands, reference }) => ({
      id,
      label,
      weight,
      bands: bands.map(({ points, test }) => ({
        points,
        text: bandText(test, (titleId) => titleLabel(pack, titleId)),
      })),
      reference: reference?.text ?? null,
    })),
    grades: rule.grades.map((grade) => ({ ...grade })),
  };
}
