import { z } from 'zod';
import { amountText } from '#shared/domain/money.ts';
import type { CasesNode } from '../expression.ts';
import { strict } from '../schema/common.ts';
import type { TraceNode } from '../trace.ts';
import { type Mechanism, traceOf } from './mechanism.ts';

const schema = z.array(strict({ when: z.unknown().optional(), amount: z.unknown() })).min(1);
/** The word of a trace whose case cannot be told yet; reasons inside it decide nothing. */
export const undecided = '情形未定';

/** 分情形: the amount of the first case whose condition holds; a last case without one is for all the others. */
export const cases: Mechanism<z.output<typeof schema>, CasesNode> = {
  name: 'cases',
  schema,
  compile: (body, head, at, scope) => {
    const of = body.flatMap((each, i) => {
      const when = each.when === undefined ? null : scope.condition(each.when, [...at, i, 'when']);
      const amount = scope.amount(each.amount, [...at, i, 'amount']);
      if (each.when === undefined && i < body.length - 1) {
        scope.report([...at, i], '没有条件的情形只能放在最后', '写上 when，或把它移到最后。');
      }
      return when === undefined || amount === undefined ? [] : [{ when, amount }];
    });
    if (of.length < body.length) return undefined;
    return { ...head, mechanism: 'cases', label: head.label || '分情形', of };
  },
  evaluate: (node, run) => {
    const children: TraceNode[] = [];
    let open = false;
    for (const each of node.of) {
      const condition = each.when === null ? null : run.condition(each.when);
      if (condition !== null) children.push(condition);
      if (condition?.met === false) continue;
      const amount = run.amount(each.amount);
      children.push(amount);
      open ||= condition !== null && condition.met === undefined;
      if (open && condition?.met === undefined && each.when !== null) continue;
      return open
        ? traceOf(node, { word: undecided, value: null, children })
        : traceOf(node, { value: amount.value, children });
    }
    if (open) return traceOf(node, { word: undecided, value: null, children });
    return traceOf(node, {
      value: null,
      met: false,
      reason: node.otherwise ?? `“${node.label}”没有一种符合`,
      children,
    });
  },
  explain: (trace, explain) => {
    if (trace.word === undecided) return [`${trace.label}：资料不全，尚不能判断属于哪种情形。`];
    const lines = trace.children.flatMap(explain);
    if (typeof trace.value !== 'number') return lines;
    return [...lines, `${trace.label}：${amountText(trace.value)}。`];
  },
};
