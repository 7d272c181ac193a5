import { z } from 'zod';
import type { Amount, Condition, NodeHead } from '../expression.ts';
import { Words } from '../schema/common.ts';
import type { YamlPath } from '../schema/problem.ts';
import type { TraceNode } from '../trace.ts';
import { all } from './all.ts';
import { any } from './any.ts';
import { byLevel } from './by-level.ts';
import { cap } from './cap.ts';
import { cases } from './cases.ts';
import { ceiling } from './ceiling.ts';
import { compare } from './compare.ts';
import { fact } from './fact.ts';
import { firmCap } from './firm-cap.ts';
import { fixed } from './fixed.ts';
import { highest } from './highest.ts';
import { interest } from './interest.ts';
import type { Mechanism, Run, Scope } from './mechanism.ts';
import { rate } from './rate.ts';
import { sum } from './sum.ts';
import { topUp } from './top-up.ts';
import { yearCap } from './year-cap.ts';

/** A mechanism as the engine uses it, whatever its own body and node look like. */
type Registered<Node> = {
  readonly name: string;
  readonly read: (raw: unknown, head: NodeHead, at: YamlPath, scope: Scope) => Node | undefined;
  readonly evaluate: (node: Node, run: Run) => TraceNode;
  readonly explain: Mechanism<unknown, Node>['explain'];
};

const conditions: Readonly<Record<Condition['mechanism'], Registered<Condition>>> = {
  all: register(all),
  any: register(any),
  compare: register(compare),
};

const amounts: Readonly<Record<Amount['mechanism'], Registered<Amount>>> = {
  fact: register(fact),
  fixed: register(fixed),
  byLevel: register(byLevel),
  cases: register(cases),
  rate: register(rate),
  interest: register(interest),
  cap: register(cap),
  yearCap: register(yearCap),
  firmCap: register(firmCap),
  topUp: register(topUp),
  ceiling: register(ceiling),
  sum: register(sum),
  highest: register(highest),
};

/** Names of all mechanisms, conditions first; a test holds each to its schema, evaluator, words and cases. */
export const mechanismNames: readonly string[] = [...Object.keys(conditions), ...Object.keys(amounts)];

/** Reads a condition of a clause; what is wrong is reported to the scope. */
export function compileCondition(raw: unknown, at: YamlPath, scope: Scope): Condition | undefined {
  return compileNode(raw, at, scope, conditions);
}

/** Reads an amount of a clause; what is wrong is reported to the scope. */
export function compileAmount(raw: unknown, at: YamlPath, scope: Scope): Amount | undefined {
  return compileNode(raw, at, scope, amounts);
}

/** Evaluates a condition: `met` true, false, or absent while facts are missing. */
export function evaluateCondition(node: Condition, run: Run): TraceNode {
  return conditions[node.mechanism].evaluate(node, run);
}

/** Evaluates an amount: `value` in 分, null while facts are missing. */
export function evaluateAmount(node: Amount, run: Run): TraceNode {
  return amounts[node.mechanism].evaluate(node, run);
}

/** Puts the trace of a mechanism into words; nothing for a name that is not a mechanism. */
export function explainMechanism(
  trace: TraceNode,
  explain: (child: TraceNode) => readonly string[],
): readonly string[] | undefined {
  const known: Readonly<Record<string, Pick<Registered<never>, 'explain'>>> = { ...conditions, ...amounts };
  return Object.hasOwn(known, trace.mechanism) ? known[trace.mechanism]?.explain(trace, explain) : undefined;
}

function register<Body, Node extends Base, Base>(mechanism: Mechanism<Body, Node>): Registered<Base> {
  return {
    name: mechanism.name,
    read: (raw, head, at, scope) => {
      const body = scope.parse(mechanism.schema, raw, at);
      return body === undefined ? undefined : mechanism.compile(body, head, at, scope);
    },
    // The tables above hand a mechanism only the nodes that bear its own name.
    evaluate: (node, run) => mechanism.evaluate(node as Node, run),
    explain: mechanism.explain,
  };
}

/** A node is written as one mechanism key, with `label` and `otherwise` beside it where wanted. */
function compileNode<Node>(
  raw: unknown,
  at: YamlPath,
  scope: Scope,
  mechanisms: Readonly<Record<string, Registered<Node>>>,
): Node | undefined {
  const names = Object.keys(mechanisms);
  const node = scope.parse(z.record(z.string(), z.unknown()), raw, at);
  if (node === undefined) return undefined;
  const { label, otherwise, ...rest } = node;
  const keys = Object.keys(rest);
  const name = keys[0] ?? '';
  const mechanism = mechanisms[name];
  if (keys.length !== 1 || mechanism === undefined) {
    const unknown = keys.find((key) => !names.includes(key));
    scope.report(
      unknown === undefined ? at : [...at, unknown],
      unknown === undefined ? '这里要写且只写一种算法' : `没有“${unknown}”这种算法`,
      `写 ${names.join('、')} 之一，旁边可加 label 和 otherwise。`,
    );
    return undefined;
  }
  const head = {
    id: at.slice(scope.at.length).join('.'),
    label: label === undefined ? '' : (scope.parse(Words, label, [...at, 'label']) ?? ''),
    otherwise: otherwise === undefined ? null : (scope.parse(Words, otherwise, [...at, 'otherwise']) ?? null),
  };
  return mechanism.read(rest[name], head, [...at, name], scope);
}
