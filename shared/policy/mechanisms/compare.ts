import { z } from 'zod';
import { type CompareNode, type ThresholdWord, thresholdWords } from '../expression.ts';
import type { Fact } from '../fact.ts';
import { seriesAt } from '../parameter.ts';
import { FactName, Id, strict } from '../schema/common.ts';
import type { YamlPath } from '../schema/problem.ts';
import { type TraceInput, type TraceNode, type TraceParameter, traceList } from '../trace.ts';
import { type Mechanism, type Run, type Scope, traceOf } from './mechanism.ts';

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
  /** With a published rate: the fact that states the rate for a day that the table does not know. */
  stated: FactName.optional(),
}).refine((body) => words.filter((word) => body[word] !== undefined).length === 1, {
  error: `比较要写且只写一个比较词\n写 ${words.join('、')} 之一。`,
});
type Body = z.output<typeof schema>;

const figureTypes = ['money', 'rate', 'count'] as const;

/** 比较: one fact against a threshold (以上 and 以下 include it), a published rate of a day, an answer (是) or a list (属于). */
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
    if (body.stated !== undefined) return compileSeries(body, word, name, body.stated, base, at, scope);
    return compileThreshold(body.fact, word, name, base, at, scope);
  },
  evaluate: (node, run) => {
    const input = run.input(node.fact);
    if (node.word === '是') return judge(node, input, [], input.value === node.expected);
    if (node.word === '属于') {
      const member = node.parameter.value.includes(String(input.value));
      return judge(node, input, [traceList(node.parameter)], member);
    }
    if ('series' in node) return judgeSeries(node, input, run);
    const figure = run.figure(node.parameter);
    return judge(node, input, [figure], holds[node.word](Number(input.value), figure.value));
  },
  explain: (trace) => {
    const [input, parameter] = [trace.inputs[0], trace.parameters[0]];
    if (input === undefined) return [];
    if (trace.met === undefined) {
      const open = trace.inputs.find((each) => each.value === null) ?? input;
      return [`“${open.label}”未填，尚不能判断。`];
    }
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

function compileSeries(
  body: Body,
  word: ThresholdWord,
  name: string,
  statedName: string,
  base: Base,
  at: YamlPath,
  scope: Scope,
): CompareNode | undefined {
  const fact = scope.fact(body.fact, [...at, 'fact'], ['rate']);
  const series = scope.series(name, [...at, word]);
  const stated = scope.fact(statedName, [...at, 'stated'], ['rate']);
  if (!fact || !series || !stated) return undefined;
  return { ...base, label: base.label || fact.label, fact, word, series, stated };
}

type SeriesNode = Extract<CompareNode, { readonly series: unknown }>;

/** The published rate of the day of the case, or what the clerk states for a day that the table does not know. */
function judgeSeries(node: SeriesNode, input: TraceInput, run: Run): TraceNode {
  const entry = seriesAt(node.series, run.date.text);
  const { name, label, unit, reference } = node.series;
  if (entry !== undefined) {
    const mark = entry.toConfirm ? '，待核实' : '';
    const text = `${entry.text}（${entry.from}起${mark}）`;
    const figure = { name, label, value: entry.value, unit, text, reference: reference.text };
    return judge(node, input, [figure], holds[node.word](Number(input.value), entry.value), [run.date]);
  }
  const stated = run.input(node.stated);
  const others = [run.date, stated];
  if (typeof stated.value !== 'number') {
    return traceOf(node, { value: null, inputs: [input, ...others], word: node.word });
  }
  const figure = {
    name,
    label,
    value: stated.value,
    unit,
    text: stated.text,
    reference: `填报，${reference.text}没有列出这一天`,
  };
  return judge(node, input, [figure], holds[node.word](Number(input.value), stated.value), others);
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
  others: readonly TraceInput[] = [],
): TraceNode {
  const shared = { inputs: [input, ...others], parameters, word: node.word };
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
