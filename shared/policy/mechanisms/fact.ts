import type { FactNode } from '../expression.ts';
import { FactName } from '../schema/common.ts';
import { type Mechanism, traceOf } from './mechanism.ts';

/** 填报数: an amount of money that the form, the contract or the audit states. */
export const fact: Mechanism<string, FactNode> = {
  name: 'fact',
  schema: FactName,
  compile: (body, head, at, scope) => {
    const found = scope.fact(body, at, ['money']);
    return found && { ...head, mechanism: 'fact', label: head.label || found.label, fact: found };
  },
  evaluate: (node, run) => {
    const input = run.input(node.fact);
    return traceOf(node, { value: input.value, inputs: [input] });
  },
  explain: (trace) => {
    const input = trace.inputs[0];
    if (input === undefined) return [];
    const origin = input.origin === undefined ? '' : `（${input.origin}）`;
    return [`${input.label}：${input.text}${origin}。`];
  },
};
