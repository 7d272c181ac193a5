import { z } from 'zod';
import type { AnyNode } from '../expression.ts';
import { compileList, joinMet } from './lists.ts';
import { type Mechanism, traceOf } from './mechanism.ts';

/** 符合其一: met when one part is met; every part is evaluated, so that each appears in the trace. */
export const any: Mechanism<readonly unknown[], AnyNode> = {
  name: 'any',
  schema: z.array(z.unknown()).min(1),
  compile: (body, head, at, scope) => {
    const of = compileList(body, at, scope.condition);
    return of && { ...head, mechanism: 'any', label: head.label || '符合其一', of };
  },
  evaluate: (node, run) => {
    const children = node.of.map(run.condition);
    const met = joinMet(children, true);
    if (met === null) return traceOf(node, { value: null, children });
    const reason = node.otherwise ?? `“${node.label}”一项也不符合`;
    return traceOf(node, { value: met, met, ...(met ? {} : { reason }), children });
  },
  explain: (trace, explain) => {
    const outcome =
      trace.met === undefined ? '资料不全，尚不能判断' : trace.met ? '至少一项符合' : '一项也不符合';
    return [`${trace.label}（以下符合一项即可）：${outcome}。`, ...trace.children.flatMap(explain)];
  },
};
