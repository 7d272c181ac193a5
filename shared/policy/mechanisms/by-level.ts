import { z } from 'zod';
import type { ByLevelNode } from '../expression.ts';
import { FactName, Id, strict } from '../schema/common.ts';
import { type Mechanism, traceOf } from './mechanism.ts';

const schema = strict({ of: FactName, table: z.record(Id, Id) });

/** 分档: the amount of the level that a fact names; each level is a parameter of its own. */
export const byLevel: Mechanism<z.output<typeof schema>, ByLevelNode> = {
  name: 'byLevel',
  schema,
  compile: (body, head, at, scope) => {
    const fact = scope.fact(body.of, [...at, 'of'], ['choice']);
    if (fact === undefined) return undefined;
    const table = Object.entries(body.table).flatMap(([level, name]) => {
      const place = [...at, 'table', level];
      if (!fact.choices.some((choice) => choice.value === level)) {
        const known = fact.choices.map((choice) => choice.value).join('、');
        scope.report(place, `“${level}”不是“${fact.label}”的选项`, `改为：${known}。`);
      }
      const parameter = scope.figure(name, place, ['money']);
      return parameter === undefined ? [] : [{ level, parameter }];
    });
    return { ...head, mechanism: 'byLevel', label: head.label || `按${fact.label}分档`, fact, table };
  },
  evaluate: (node, run) => {
    const input = run.input(node.fact);
    const row = node.table.find((each) => each.level === input.value);
    if (row !== undefined) {
      const figure = run.figure(row.parameter);
      return traceOf(node, { value: figure.value, parameters: [figure], inputs: [input] });
    }
    if (input.value === null) return traceOf(node, { value: null, inputs: [input] });
    const reason = node.otherwise ?? `本条未列“${input.text}”一档的标准（${input.label}：${input.text}）`;
    return traceOf(node, { value: null, inputs: [input], met: false, reason });
  },
  explain: (trace) => {
    const [input, figure] = [trace.inputs[0], trace.parameters[0]];
    if (input === undefined) return [];
    if (figure === undefined) return [`${trace.label}：${input.text}，没有对应的标准。`];
    return [`${trace.label}：${input.text}一档为${figure.text}（依据${figure.reference}）。`];
  },
};
