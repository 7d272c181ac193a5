import type { Fen } from '#shared/domain/money.ts';
import { type Clause, type Entitlement, type OverlapGroup, overlapOutcomeText } from './clause.ts';
import type { PolicySettings } from './in-force.ts';
import { effectiveGroup } from './overlap.ts';
import type { TraceNode } from './trace.ts';

/** The top of a trace: the clause with its steps, and how it gets on with awards of the same group. */
export function clauseTrace(
  clause: Clause,
  steps: readonly TraceNode[],
  value: Fen | null,
  settings: PolicySettings,
): TraceNode {
  return {
    id: clause.id,
    label: `${clause.reference.text}：${clause.title}`,
    mechanism: 'clause',
    value,
    parameters: [],
    inputs: [],
    children:
      clause.overlap === null || value === null ? steps : [...steps, overlapTrace(clause.overlap, settings)],
  };
}

/** The top of a trace of an entitlement. */
export function entitlementTrace(
  entitlement: Entitlement,
  steps: readonly TraceNode[],
  value: boolean | null,
): TraceNode {
  return {
    id: entitlement.id,
    label: `${entitlement.reference.text}：${entitlement.title}`,
    mechanism: 'entitlement',
    value,
    parameters: [],
    inputs: [],
    children: steps,
  };
}

/** How awards of the same group get on with each other: the pack's default with its reason, or the bureau's setting. */
function overlapTrace(pack: OverlapGroup, settings: PolicySettings): TraceNode {
  const group = effectiveGroup(pack, settings);
  const text = group === pack ? pack.reason : `本单位设置，政策包原为${overlapOutcomeText[pack.outcome]}。`;
  return {
    id: 'overlap',
    label: group.label,
    mechanism: 'overlap',
    word: overlapOutcomeText[group.outcome],
    value: group.outcome,
    parameters: [
      {
        name: group.id,
        label: group.label,
        value: [group.scope, group.outcome],
        unit: '',
        text,
        reference: group.reference.text,
      },
    ],
    inputs: [],
    children: [],
  };
}
