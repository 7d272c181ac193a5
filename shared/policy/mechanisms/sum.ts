import { z } from 'zod';
import { amountText } from '#shared/domain/money.ts';
import type { SumNode } from '../expression.ts';
import { compileList, knownAmounts } from './lists.ts';
import { type Mechanism, traceOf } from './mechanism.ts';

/** 合计: the parts added up; not known as long as one part is not. */
export const sum: Mechanism<readonly unknown[], SumNode> = {
  name: 'sum',
  schema: z.array(z.unknown()).min(1),
  compile: (body, head, at, scope) => {
    const of = compileList(body, at, scope.amount);
    return of && { ...head, mechanism: 'sum', label: head.label || '合计', of };
  },
  evaluate: (node, run) => {
    const children = node.of.map(run.amount);
    const amounts = knownAmounts(children);
    const value = amounts?.reduce((total, amount) => total + amount, 0) ?? null;
    return traceOf(node, { value, children });
  },
  explain: (trace, explain) => {
    const lines = trace.children.flatMap(explain);
    if (typeof trace.value !== 'number') return lines;
    return [...lines, `${trace.label}：${amountText(trace.value)}。`];
  },
};
