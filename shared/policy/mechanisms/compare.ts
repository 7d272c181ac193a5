import { z } from 'zod';
import { type CompareNode, type ThresholdWord, thresholdWords } from '../expression.ts';
import type { Fact } from '../fact.ts';
import { FactName, Id, strict } from '../schema/common.ts';
import type { YamlPath } from '../schema/problem.ts';
import { type TraceInput, type TraceNode, type TraceParameter, traceParameter } from '../trace.ts';
import { type Mechanism, type Scope, traceOf } from './mechanism.ts';

const holds: Readonly<Record<ThresholdWord, (value: number, threshold: number) => boolean>> = {
  以上: (value, threshold) => value >= threshold,
  超过: (value, threshold) => value > threshold,
  以下: (value, threshold) => value <= threshold,
  不足: (value, threshold) => value < threshold,
};

const words = ['是', '属于', ...thresholdWords] as const;

const schema = strict({
  fact: FactName,
  是: z.union([z.boolean(), Id]).optional(),
  属于: Id.optional(),
  以上: Id.optional(),
  超过: Id.optional(),
  以下: Id.optional(),
  不足: Id.optional(),
}).refine((body) => words.filter((word) => body[word] !== undefined).length === 1, {
  error: `比较要写且只写一个比较词\n写 ${words.join('、')} 之一。`,
});
type Body = z.output<typeof schema>;

const figureTypes = ['money', 'rate', 'count'] as const;

/** 比较: one fact against a threshold (以上 and 以下 include it), an answer (是) or a list (属于). */
export const compare: Mechanism<Body, CompareNode> = {
  name: 'compare',
  schema,
  compile: (body, head, at, scope) => {
    const base = { ...head, mechanism: 'compare' } as const;
    if (body.是 !== undefined) return compileAnswer(body.fact, body.是, base, at, scope);
    if (body.属于 !== undefined) return compileList(body.fact, body.属于, base, at, scope);
    const word = thresholdWords.find((each) => body[each] !== undefined);
    const name = word && body[word];
    if (word === undefined || name === undefined) return undefined;
    return compileThreshold(body.fact, word, name, base, at, scope);
  },
  evaluate: (node, run) => {
    const input = run.input(node.fact);
    if (node.word === '是') return judge(node, input, [], input.value === node.expected);
    if (node.word === '属于') {
      const member = node.parameter.value.includes(String(input.value));
      return judge(node, input, [traceParameter(node.parameter)], member);
    }
    const figure = run.figure(node.parameter);
    return judge(node, input, [figure], holds[node.word](Number(input.value), figure.value));
  },
  explain: (trace) => {
    const [input, parameter] = [trace.inputs[0], trace.parameters[0]];
    if (input === undefined) return [];
    if (trace.met === undefined) return [`“${input.label}”未填，尚不能判断。`];
    const origin = input.origin === undefined ? '' : `（${input.origin}）`;
    const rule =
      parameter === undefined ? '' : `，要求${ruleText(trace, parameter)}（依据${parameter.reference}）`;
    return trace.met
      ? [`${input.label}：${input.text}${origin}${rule}，符合。`]
      : [`不符合：${trace.reason ?? trace.label}${rule}。`];
  },
};

type Base = Omit<CompareNode, 'fact' | 'word' | 'expected' | 'parameter'>;

function compileAnswer(
  factName: string,
  expected: string | boolean,
  base: Base,
  at: YamlPath,
  scope: Scope,
): CompareNode | undefined {
  const fact = scope.fact(factName, [...at, 'fact'], [typeof expected === 'boolean' ? 'boolean' : 'choice']);
  if (fact === undefined) return undefined;
  if (typeof expected === 'string') checkChoice(fact, expected, [...at, '是'], scope);
  return { ...base, label: base.label || fact.label, fact, word: '是', expected };
}

function compileList(
  factName: string,
  name: string,
  base: Base,
  at: YamlPath,
  scope: Scope,
): CompareNode | undefined {
  const fact = scope.fact(factName, [...at, 'fact'], ['choice']);
  const parameter = scope.list(name, [...at, '属于']);
  if (fact === undefined || parameter === undefined) return undefined;
  for (const member of parameter.value) checkChoice(fact, member, [...at, '属于'], scope);
  return { ...base, label: base.label || fact.label, fact, word: '属于', parameter };
}

function compileThreshold(
  factName: string,
  word: ThresholdWord,
  name: string,
  base: Base,
  at: YamlPath,
  scope: Scope,
): CompareNode | undefined {
  const fact = scope.fact(factName, [...at, 'fact'], figureTypes);
  if (fact === undefined) return undefined;
  const parameter = scope.figure(
    name,
    [...at, word],
    figureTypes.filter((type) => type === fact.type),
  );
  if (parameter === undefined) return undefined;
  if (parameter.unit !== fact.unit) {
    const message = `“${fact.label}”按${fact.unit}填，“${parameter.label}”按${parameter.unit}写`;
    scope.report([...at, word], message, '两处用同一单位。');
  }
  return { ...base, label: base.label || fact.label, fact, word, parameter };
}

function checkChoice(fact: Fact, value: string, at: YamlPath, scope: Scope): void {
  if (fact.choices.some((choice) => choice.value === value)) return;
  const known = fact.choices.map((choice) => choice.value).join('、');
  scope.report(at, `“${value}”不是“${fact.label}”的选项`, `改为：${known}。`);
}

function judge(
  node: CompareNode,
  input: TraceInput,
  parameters: readonly TraceParameter[],
  holding: boolean,
): TraceNode {
  const shared = { inputs: [input], parameters, word: node.word };
  if (input.value === null) return traceOf(node, { value: null, ...shared });
  if (holding) return traceOf(node, { value: true, ...shared, met: true });
  const origin = input.origin === undefined ? '' : `;${input.origin}`;
  const reason = `${node.otherwise ?? `“${node.label}”不符合要求`}（${input.label}：${input.text}${origin}）`;
  return traceOf(node, { value: false, ...shared, met: false, reason });
}

/** The demand in words, saying whether the number itself is included. */
function ruleText(trace: TraceNode, parameter: TraceParameter): string {
  if (trace.word === '属于') return `属于“${parameter.label}”（${parameter.text}）`;
  const included = trace.word === '以上' || trace.word === '以下';
  return included
    ? `${parameter.text}${trace.word}（含本数）`
    : `${trace.word ?? ''}${parameter.text}（不含本数）`;
}
