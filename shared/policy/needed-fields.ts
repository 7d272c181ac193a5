import type { Clause, Entitlement } from './clause.ts';
import type { Fact, FactChoice, FactType } from './fact.ts';
import type { TraceNode } from './trace.ts';

/** A fact that is still to be collected. */
export type NeededField = {
  readonly field: string;
  readonly label: string;
  readonly type: FactType;
  readonly unit: string;
  readonly choices: readonly Pick<FactChoice, 'value' | 'label'>[];
  readonly help: string | null;
};

/** Facts whose absence leaves a step open, in the order of the clause. */
export function missingFields(
  clause: Clause | Entitlement,
  steps: readonly TraceNode[],
): readonly NeededField[] {
  const missing = new Set<string>();
  for (const step of steps) collectMissing(step, missing);
  return Object.values(clause.facts)
    .filter((fact) => missing.has(fact.name))
    .map(neededField);
}

function collectMissing(step: TraceNode, missing: Set<string>): void {
  // A condition that is met or failed as a whole needs none of the open parts inside it.
  if (step.met !== undefined) return;
  for (const input of step.inputs) if (input.value === null) missing.add(input.field);
  for (const child of step.children) collectMissing(child, missing);
}

function neededField(fact: Fact): NeededField {
  return {
    field: fact.name,
    label: fact.label,
    type: fact.type,
    unit: fact.unit,
    choices: fact.choices.map(({ value, label }) => ({ value, label })),
    help: fact.help,
  };
}
