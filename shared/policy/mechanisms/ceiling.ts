import { z } from 'zod';
import { amountText } from '#shared/domain/money.ts';
import type { CeilingNode } from '../expression.ts';
import { type Mechanism, traceOf } from './mechanism.ts';

/** 最高: the document names only the most that can be paid; the bureau decides the figure, with a reason. */
export const ceiling: Mechanism<unknown, CeilingNode> = {
  name: 'ceiling',
  schema: z.unknown(),
  compile: (body, head, at, scope) => {
    if (head.id !== 'amount') {
      scope.report(at, '“最高”只能写在整个金额的最外层', '把 ceiling 移到 amount 下的第一层。');
    }
    const of = scope.amount(body, at);
    return of && { ...head, mechanism: 'ceiling', label: head.label || '最高额度', of };
  },
  evaluate: (node, run) => {
    const amount = run.amount(node.of);
    const inputs = run.decided === null ? [] : [run.decided];
    return traceOf(node, { value: amount.value, inputs, children: [amount] });
  },
  explain: (trace, explain) => {
    const decided = trace.inputs[0];
    const lines = trace.children.flatMap(explain);
    if (typeof trace.value !== 'number') return lines;
    const outcome =
      decided === undefined
        ? '实际金额由区里核定'
        : `${decided.label}${decided.text}（${decided.origin ?? '未写理由'}）`;
    return [...lines, `文件写明“最高”：${amountText(trace.value)}为上限，${outcome}。`];
  },
};
