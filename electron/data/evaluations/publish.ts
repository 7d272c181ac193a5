import type { EvaluationResultRow, EvaluationRow } from '#electron/db/tables/evaluations.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Day } from '#shared/domain/day.ts';
import type { OpenLedger } from '../context.ts';
import { computeEvaluation } from './compute.ts';
import { ruleInForce, showRule } from './rule.ts';
import type { EvaluationPlace } from './view.ts';

/** What publishing stores. Throws `evaluation-refused` with the firms that have no grade yet. */
export function publishedResults(
  open: OpenLedger,
  place: EvaluationPlace,
  on: Day,
  document: string | null,
): { readonly head: Omit<EvaluationRow, 'id'>; readonly results: readonly EvaluationResultRow[] } {
  const inForce = ruleInForce(open, place.poolId);
  const firms = inForce === undefined ? [] : computeEvaluation(open, inForce.rule, place);
  if (inForce === undefined || firms.length === 0)
    throw new AppError('evaluation-refused', { problem: '没有可以公布的评价结果' });
  const waiting = firms.filter(({ outcome }) => outcome.standing === 'missing');
  if (waiting.length > 0) {
    throw new AppError(
      'evaluation-refused',
      { problem: `${waiting.length} 家企业缺数据，没有得分；请补填经营数据，或写明理由调整得分、列为不参评` },
      waiting.map(({ firm }) => firm.fields.name),
    );
  }
  return {
    head: {
      poolId: place.poolId,
      year: place.year,
      asOf: place.asOf,
      publishedOn: on,
      document,
      rule: JSON.stringify(showRule(open.pack, inForce)),
      ruleVersion: open.pack.ruleVersion,
    },
    results: firms.flatMap(({ firm, stage, score, decision, outcome }): EvaluationResultRow[] => {
      const { standing, ...result } = outcome;
      if (standing === 'missing') return [];
      return [
        {
          firmId: firm.id,
          nameAt: firm.fields.name,
          stage,
          standing,
          low: score.low,
          high: score.high,
          ...result,
          reason: decision?.reason ?? null,
          items: JSON.stringify(score.items),
        },
      ];
    }),
  };
}
