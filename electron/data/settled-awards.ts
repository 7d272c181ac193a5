import { effectiveGroups, type OverlapClaim, type Settlement, settle } from '#shared/policy/overlap.ts';
import { publicMoney } from './claims/settlement.ts';
import type { OpenLedger } from './context.ts';
import { type ComputedGround, computedGrounds, type GroundScope } from './grounds.ts';
import { policySettings } from './policy-settings.ts';

/** A computed ground with how it comes out beside the others; nothing when it earns nothing by itself. */
export type SettledGround = ComputedGround & { readonly settlement: Settlement | undefined };

/**
 * How all awards come out beside each other and beside public money that the firms got elsewhere (从优从高不重复),
 * whatever the year: they compete across years.
 */
export function settledGrounds(open: OpenLedger, scope: GroundScope = {}): readonly SettledGround[] {
  const found = computedGrounds(open, scope);
  const claims = found.flatMap((each, index): OverlapClaim[] => {
    const { clause, evaluation } = each;
    if (evaluation.outcome !== 'awarded') return [];
    return [
      {
        id: String(index),
        clauseId: clause.id,
        label: each.label,
        groupId: clause.overlap?.id ?? null,
        subject: each.subject,
        on: each.on,
        amount: evaluation.amount,
      },
    ];
  });
  const groups = effectiveGroups(open.pack.overlapGroups, policySettings(open));
  const aid = publicMoney(open, scope.firmId);
  const settled = new Map(settle(claims, groups, aid).map((each) => [Number(each.claimId), each]));
  return found.map((each, index) => ({ ...each, settlement: settled.get(index) }));
}
