import { z } from 'zod';
import { amountText } from '#shared/domain/money.ts';
import type { FirmCapNode, YearCapNode } from '../expression.ts';
import type { FactSource } from '../fact.ts';
import { FactName, Id, strict } from '../schema/common.ts';
import { type Mechanism, traceOf } from './mechanism.ts';

const schema = strict({ of: z.unknown(), limit: Id, spent: FactName });
type SpentCapNode = YearCapNode | FirmCapNode;

/** What a cap for one firm needs to know besides its limit: how it is called, and over which time it counts. */
type Reach = {
  readonly name: SpentCapNode['mechanism'];
  readonly period: Extract<FactSource, { kind: 'awarded' }>['period'];
  readonly words: string;
  readonly fix: string;
};

/**
 * A cap over several cases of one firm: the amount, but together with what the clause has already given never more
 * than the limit. Nothing left is a refusal with its reason, not a silent zero.
 */
export function spentCap<Node extends SpentCapNode>(reach: Reach): Mechanism<z.output<typeof schema>, Node> {
  return {
    name: reach.name,
    schema,
    compile: (body, head, at, scope) => {
      const of = scope.amount(body.of, [...at, 'of']);
      const parameter = scope.figure(body.limit, [...at, 'limit'], ['money']);
      const spent = scope.fact(body.spent, [...at, 'spent'], ['money']);
      if (spent !== undefined && (spent.source.kind !== 'awarded' || spent.source.period !== reach.period)) {
        scope.report([...at, 'spent'], `“${spent.label}”不是${reach.words}已安排的金额`, reach.fix);
      }
      if (of === undefined || parameter === undefined || spent === undefined) return undefined;
      const node = {
        ...head,
        mechanism: reach.name,
        label: head.label || parameter.label,
        of,
        parameter,
        spent,
      };
      // The name of the reach and the type of the node are given together by the two callers below.
      return node as Node;
    },
    evaluate: (node, run) => {
      const amount = run.amount(node.of);
      const limit = run.figure(node.parameter);
      const spent = run.input(node.spent);
      const parts = { word: reach.words, parameters: [limit], inputs: [spent], children: [amount] };
      if (typeof spent.value !== 'number') return traceOf(node, { value: null, ...parts });
      const left = Math.max(0, limit.value - spent.value);
      if (left === 0 && limit.value > 0) {
        const reason = `${reach.words}${limit.text}的额度已用完（已安排${spent.text}）`;
        return traceOf(node, { value: null, ...parts, met: false, reason });
      }
      const value = typeof amount.value === 'number' ? Math.min(amount.value, left) : null;
      return traceOf(node, { value, ...parts });
    },
    explain: (trace, explain) => {
      const [limit, spent] = [trace.parameters[0], trace.inputs[0]];
      const lines = trace.children.flatMap(explain);
      if (limit === undefined || spent === undefined) return lines;
      const rule = `单个企业${trace.word ?? ''}不超过${limit.text}（依据${limit.reference}）`;
      if (spent.value === null) return [...lines, `${rule}：“${spent.label}”未填，尚不能判断。`];
      const outcome =
        typeof trace.value === 'number'
          ? `本次至多${amountText(trace.value)}`
          : (trace.reason ?? '尚不能测算');
      return [...lines, `${rule}，已安排${spent.text}：${outcome}。`];
    },
  };
}
