import { z } from 'zod';
import { amountText } from '#shared/domain/money.ts';
import type { RateNode } from '../expression.ts';
import { ppmPerWhole } from '../quantity.ts';
import { scaleAmount } from '../rounding.ts';
import { Id, strict } from '../schema/common.ts';
import { type Mechanism, traceOf } from './mechanism.ts';

const schema = strict({ of: z.unknown(), share: Id });

/** 按比例: a share of an amount, exact up to the one rounding that the clause names. */
export const rate: Mechanism<z.output<typeof schema>, RateNode> = {
  name: 'rate',
  schema,
  compile: (body, head, at, scope) => {
    const of = scope.amount(body.of, [...at, 'of']);
    const parameter = scope.figure(body.share, [...at, 'share'], ['rate']);
    if (of === undefined || parameter === undefined) return undefined;
    return { ...head, mechanism: 'rate', label: head.label || parameter.label, of, parameter };
  },
  evaluate: (node, run) => {
    const base = run.amount(node.of);
    const share = run.figure(node.parameter);
    const value =
      typeof base.value === 'number' ? scaleAmount(base.value, share.value, ppmPerWhole, run.rounding) : null;
    return traceOf(node, { word: run.rounding, value, parameters: [share], children: [base] });
  },
  explain: (trace, explain) => {
    const share = trace.parameters[0];
    const lines = trace.children.flatMap(explain);
    if (share === undefined || typeof trace.value !== 'number') return lines;
    const rounding = trace.word === undefined ? '' : `,${trace.word}`;
    return [
      ...lines,
      `按${share.text}计算（依据${share.reference}）：${amountText(trace.value)}${rounding}。`,
    ];
  },
};
