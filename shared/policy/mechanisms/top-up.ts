import { z } from 'zod';
import { amountText } from '#shared/domain/money.ts';
import type { TopUpNode } from '../expression.ts';
import { FactName, strict } from '../schema/common.ts';
import { type Mechanism, traceOf } from './mechanism.ts';

const schema = strict({ of: z.unknown(), paid: FactName });

/** 补齐差额: what is missing up to the amount after money already paid for the same thing. */
export const topUp: Mechanism<z.output<typeof schema>, TopUpNode> = {
  name: 'topUp',
  schema,
  compile: (body, head, at, scope) => {
    const of = scope.amount(body.of, [...at, 'of']);
    const paid = scope.fact(body.paid, [...at, 'paid'], ['money']);
    if (of === undefined || paid === undefined) return undefined;
    return { ...head, mechanism: 'topUp', label: head.label || '补齐差额', of, paid };
  },
  evaluate: (node, run) => {
    const amount = run.amount(node.of);
    const paid = run.input(node.paid);
    const parts = { inputs: [paid], children: [amount] };
    if (typeof amount.value !== 'number' || typeof paid.value !== 'number') {
      return traceOf(node, { value: null, ...parts });
    }
    if (paid.value >= amount.value && paid.value > 0) {
      const reason = `${paid.label}${paid.text}，已达到应得的${amountText(amount.value)}，没有差额`;
      return traceOf(node, { value: null, ...parts, met: false, reason });
    }
    return traceOf(node, { value: amount.value - paid.value, ...parts });
  },
  explain: (trace, explain) => {
    const paid = trace.inputs[0];
    const lines = trace.children.flatMap(explain);
    if (paid === undefined) return lines;
    if (paid.value === null) return [...lines, `“${paid.label}”未填，尚不能计算差额。`];
    if (typeof trace.value !== 'number')
      return trace.reason === undefined ? lines : [...lines, `${trace.reason}。`];
    return [...lines, `${trace.label}：扣除${paid.label}${paid.text}，为${amountText(trace.value)}。`];
  },
};
