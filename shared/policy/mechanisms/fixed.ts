import type { FixedNode } from '../expression.ts';
import { Id } from '../schema/common.ts';
import { type Mechanism, traceOf } from './mechanism.ts';

/** 定额: one amount, whatever the facts are. */
export const fixed: Mechanism<string, FixedNode> = {
  name: 'fixed',
  schema: Id,
  compile: (body, head, at, scope) => {
    const parameter = scope.figure(body, at, ['money']);
    return parameter && { ...head, mechanism: 'fixed', label: head.label || parameter.label, parameter };
  },
  evaluate: (node, run) => {
    const figure = run.figure(node.parameter);
    return traceOf(node, { value: figure.value, parameters: [figure] });
  },
  explain: (trace) =>
    trace.parameters.map((each) => `${each.label}：${each.text}（依据${each.reference}）。`),
};
