import { z } from 'zod';
import type { AllNode } from '../expression.ts';
import { compileList, joinMet } from './lists.ts';
import { type Mechanism, traceOf } from './mechanism.ts';

/** 同时符合: met when every part is met; every part is evaluated, so that each appears in the trace. */
export const all: Mechanism<readonly unknown[], AllNode> = {
  name: 'all',
  schema: z.array(z.unknown()).min(1),
  compile: (body, head, at, scope) => {
    const of = compileList(body, at, scope.condition);
    return of && { ...head, mechanism: 'all', label: head.label || '同时符合', of };
  },
  evaluate: (node, run) => {
    const children = node.of.map(run.condition);
    const met = joinMet(children, false);
    return traceOf(node, { value: met, ...(met === null ? {} : { met }), children });
  },
  explain: (trace, explain) => trace.children.flatMap(explain),
};
