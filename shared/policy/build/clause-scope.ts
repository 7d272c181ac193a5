import type { Fact, FactType } from '../fact.ts';
import { compileAmount, compileCondition } from '../mechanisms/index.ts';
import type { Scope } from '../mechanisms/mechanism.ts';
import type { Parameter } from '../parameter.ts';
import type { YamlPath } from '../schema/problem.ts';
import type { YamlSource } from '../schema/yaml-source.ts';

/** A scope that also knows what nobody asked for. */
export type ClauseScope = Scope & {
  /** Reports facts and parameters that no rule reads: they would look as if they counted. */
  readonly reportUnused: () => void;
};

/** What the mechanisms of one clause can reach: its facts and its parameters; its facts may use some already. */
export function clauseScope(
  at: YamlPath,
  facts: Readonly<Record<string, Fact>>,
  parameters: Readonly<Record<string, Parameter>>,
  source: YamlSource,
  alreadyUsed: readonly string[],
): ClauseScope {
  const used = new Set<string>(alreadyUsed);
  const find = (name: string, place: YamlPath) => {
    used.add(name);
    return findParameter(parameters, name, place, source);
  };
  const scope: ClauseScope = {
    at,
    parse: source.parse,
    report: source.report,
    fact: (name, at, types) => {
      used.add(name);
      const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
      if (fact === undefined) {
        const known = Object.keys(facts).join('、') || '（本条还没有事实项）';
        source.report(at, `事实项“${name}”没有声明`, `在本条 facts 中声明它，或改为：${known}。`);
      } else if (!types.includes(fact.type)) {
        const wanted = types.map((type) => factWords[type]).join('或');
        source.report(at, `事实项“${fact.label}”是${factWords[fact.type]}`, `这里要用${wanted}型的事实项。`);
        return undefined;
      }
      return fact;
    },
    figure: (name, at, kinds) => {
      const parameter = find(name, at);
      if (parameter === undefined) return undefined;
      if (parameter.kind !== 'list' && parameter.kind !== 'series' && kinds.includes(parameter.kind)) {
        return parameter;
      }
      const wanted = kinds.map((kind) => kindWords[kind]).join('或');
      source.report(at, `参数“${parameter.label}”是${kindWords[parameter.kind]}`, `这里要用${wanted}。`);
      return undefined;
    },
    list: (name, at) => {
      const parameter = find(name, at);
      if (parameter === undefined || parameter.kind === 'list') return parameter;
      source.report(
        at,
        `参数“${parameter.label}”是${kindWords[parameter.kind]}`,
        '这里要用范围（写 list 的参数）。',
      );
      return undefined;
    },
    series: (name, at) => {
      const parameter = find(name, at);
      if (parameter === undefined || parameter.kind === 'series') return parameter;
      scope.report(
        at,
        `参数“${parameter.label}”是${kindWords[parameter.kind]}`,
        '这里要用历次公布的利率（写 series 的参数）。',
      );
      return undefined;
    },
    condition: (raw, at) => compileCondition(raw, at, scope),
    amount: (raw, at) => compileAmount(raw, at, scope),
    reportUnused: () => reportUnused(at, facts, parameters, used, source),
  };
  return scope;
}

function reportUnused(
  at: YamlPath,
  facts: Readonly<Record<string, Fact>>,
  parameters: Readonly<Record<string, Parameter>>,
  used: ReadonlySet<string>,
  source: YamlSource,
): void {
  const report = (place: string, word: string, { name, label }: { name: string; label: string }) => {
    if (used.has(name)) return;
    const fix = '删去它，或在 conditions、amount 中用上。';
    source.report([...at, place, name], `${word}“${label}”没有被规则用到`, fix);
  };
  for (const fact of Object.values(facts)) report('facts', '事实项', fact);
  for (const parameter of Object.values(parameters)) report('parameters', '参数', parameter);
}

const kindWords = {
  money: '金额',
  rate: '比例',
  count: '数量',
  list: '范围',
  series: '历次公布的利率',
} as const;

const factWords: Readonly<Record<FactType, string>> = {
  boolean: '是否',
  money: '金额',
  rate: '比例',
  count: '数量',
  day: '日期',
  choice: '选项',
};

function findParameter(
  parameters: Readonly<Record<string, Parameter>>,
  name: string,
  at: YamlPath,
  source: YamlSource,
): Parameter | undefined {
  if (Object.hasOwn(parameters, name)) return parameters[name];
  const known = Object.keys(parameters).join('、') || '（本条还没有参数）';
  source.report(at, `参数“${name}”没有列出`, `在本条 parameters 中列出它，或改为：${known}。`);
  return undefined;
}
