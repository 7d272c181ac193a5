import type { OutputOf } from '#shared/contract/api.ts';
import type { Day } from '#shared/domain/day.ts';
import type { TitleEvent } from '#shared/domain/title.ts';
import { evaluate } from '#shared/policy/evaluate.ts';
import { explainTrace } from '#shared/policy/explain.ts';
import { effectiveGroups, type OverlapClaim, settle } from '#shared/policy/overlap.ts';
import { titleGrounds } from '#shared/policy/title-grounds.ts';
import type { OpenLedger } from './context.ts';
import { policySettings } from './policy-settings.ts';
import { titleBook } from './title-holdings.ts';

/** Id of the recognition that is only supposed. */
const supposedId = 0;

/**
 * What a recognition of the title on a day would bring the firm: the clauses of the district evaluated on its
 * events and one supposed 认定, settled beside what it earned before. Nothing is written.
 */
export function moneyOfTitle(
  open: OpenLedger,
  firmId: number,
  titleId: string,
  on: Day,
): OutputOf<'diagnosis.get'>['money'] {
  const { ledger, pack } = open;
  const supposed: TitleEvent = {
    id: supposedId,
    firmId,
    titleId,
    kind: 'recognised',
    on,
    validUntil: null,
    batch: null,
    document: null,
    nameAt: null,
    evidence: 'finalList',
  };
  const own = titleBook(ledger.read, pack).events.filter(
    (event) => event.firmId === firmId && event.on <= on,
  );
  const settings = policySettings(open);
  const found = pack.clauses.flatMap((clause) =>
    titleGrounds(clause, [...own, supposed]).map((ground) => ({
      clause,
      ground,
      evaluation: evaluate(clause, ground.facts, ground.on, { settings, origins: ground.origins }),
    })),
  );
  const claims = found.flatMap(({ clause, ground, evaluation }, index): OverlapClaim[] =>
    evaluation.outcome !== 'awarded'
      ? []
      : [
          {
            id: String(index),
            clauseId: clause.id,
            label: ground.label,
            groupId: clause.overlap?.id ?? null,
            subject: { firmId, titleId: ground.titleId, kind: clause.id },
            on: ground.on,
            amount: evaluation.amount,
          },
        ],
  );
  const groups = effectiveGroups(pack.overlapGroups, settings);
  const settled = new Map(settle(claims, groups, []).map((each) => [Number(each.claimId), each]));
  return found.flatMap(({ clause, ground, evaluation }, index) => {
    if (ground.eventId !== supposedId || evaluation.outcome !== 'awarded') return [];
    const settlement = settled.get(index);
    return [
      {
        clauseLabel: clause.title,
        reference: clause.reference.text,
        amountFen: settlement?.payNow ?? 0,
        ceiling: evaluation.ceiling,
        explanation: [
          ...explainTrace(evaluation.trace),
          ...(settlement !== undefined && settlement.competing.length > 1 ? settlement.why : []),
        ],
      },
    ];
  });
}
