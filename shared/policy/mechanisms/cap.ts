import { z } from 'zod';
import { amountText } from '#shared/domain/money.ts';
import type { CapNode } from '../expression.ts';
import { Id, strict } from '../schema/common.ts';
import { type Mechanism, traceOf } from './mechanism.ts';

const schema = strict({ of: z.unknown(), limit: Id });

/** 不超过: the amount, but never more than the limit; reaching it exactly is allowed. */
export const cap: Mechanism<z.output<typeof schema>, CapNode> = {
  name: 'cap',
  schema,
  compile: (body, head, at, scope) => {
    const of = scope.amount(body.of, [...at, 'of']);
    const parameter = scope.figure(body.limit, [...at, 'limit'], ['money']);
    if (of === undefined || parameter === undefined) return undefined;
    return { ...head, mechanism: 'cap', label: head.label || parameter.label, of, parameter };
  },
  evaluate: (node, run) => {
    const amount = run.amount(node.of);
    const limit = run.figure(node.parameter);
    const value = typeof amount.value === 'number' ? Math.min(amount.value, limit.value) : null;
    return traceOf(node, { value, parameters: [limit], children: [amount] });
  },
  explain: (trace, explain) => {
    const [limit, amount] = [trace.parameters[0], trace.children[0]];
    const lines = trace.children.flatMap(explain);
    if (limit === undefined || typeof trace.value !== 'number') return lines;
    const over = typeof amount?.value === 'number' && amount.value > trace.value;
    const outcome = over ? `超过上限，取${amountText(trace.value)}` : '未超过上限';
    return [...lines, `不超过${limit.text}（依据${limit.reference}）：${outcome}。`];
  },
};
