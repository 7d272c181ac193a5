import type { Clause } from '#shared/policy/clause.ts';
import type { Evaluation } from '#shared/policy/evaluate.ts';
import type { PolicySettings } from '#shared/policy/in-force.ts';
import { effectiveGroups, type OverlapClaim, type Settlement, settle } from '#shared/policy/overlap.ts';
import type { Pack } from '#shared/policy/pack.ts';
import type { TitleGround } from '#shared/policy/title-grounds.ts';

/** A ground of a firm with what its clause alone comes to. */
export type FoundAward = {
  readonly clause: Clause;
  readonly ground: TitleGround;
  readonly evaluation: Evaluation;
  readonly firmId: number;
};

/**
 * How the awards come out beside each other (从优从高不重复), in the order given; nothing for a ground that earns nothing
 * by itself. All awards of a firm must be among them, whatever the year: they compete across years.
 */
export function settleFound(
  found: readonly FoundAward[],
  pack: Pack,
  settings: PolicySettings,
): readonly (Settlement | undefined)[] {
  const claims = found.flatMap((each, index): OverlapClaim[] => {
    const { clause, ground, evaluation, firmId } = each;
    if (evaluation.outcome !== 'awarded') return [];
    return [
      {
        id: String(index),
        clauseId: clause.id,
        label: ground.label,
        groupId: clause.overlap?.id ?? null,
        subject: { firmId, titleId: ground.titleId, kind: clause.id },
        on: ground.on,
        amount: evaluation.amount,
      },
    ];
  });
  const settled: (Settlement | undefined)[] = found.map(() => undefined);
  for (const each of settle(claims, effectiveGroups(pack.overlapGroups, settings), [])) {
    settled[Number(each.claimId)] = each;
  }
  return settled;
}
