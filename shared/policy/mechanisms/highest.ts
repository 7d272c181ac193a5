import { z } from 'zod';
import { amountText } from '#shared/domain/money.ts';
import type { HighestNode } from '../expression.ts';
import { compileList, knownAmounts } from './lists.ts';
import { type Mechanism, traceOf } from './mechanism.ts';

/** 取最高: the greatest of the parts; not known as long as one part is not. */
export const highest: Mechanism<readonly unknown[], HighestNode> = {
  name: 'highest',
  schema: z.array(z.unknown()).min(1),
  compile: (body, head, at, scope) => {
    const of = compileList(body, at, scope.amount);
    return of && { ...head, mechanism: 'highest', label: head.label || '取最高', of };
  },
  evaluate: (node, run) => {
    const children = node.of.map(run.amount);
    const amounts = knownAmounts(children);
    return traceOf(node, { value: amounts && Math.max(...amounts), children });
  },
  explain: (trace, explain) => {
    const lines = trace.children.flatMap(explain);
    if (typeof trace.value !== 'number') return lines;
    return [...lines, `${trace.label}：${amountText(trace.value)}。`];
  },
};
