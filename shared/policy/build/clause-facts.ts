import type { Fact, FactSource } from '../fact.ts';
import type { Title } from '../pack.ts';
import type { Parameter, SeriesParameter } from '../parameter.ts';
import type { RawRules } from '../schema/clauses-schema.ts';
import type { YamlPath } from '../schema/problem.ts';
import type { YamlSource } from '../schema/yaml-source.ts';
import { type DocumentTable, resolveRef } from './references.ts';

/** Builds the facts that a clause asks for, in the order of the file. */
export function buildFacts(
  raw: RawRules,
  at: YamlPath,
  titles: readonly Title[],
  parameters: Readonly<Record<string, Parameter>>,
  source: YamlSource,
): Readonly<Record<string, Fact>> {
  const titleChoices = titles.map(({ id, label, aliases }) => ({ value: id, label, aliases }));
  const entries = Object.entries(raw.facts).map(([name, fact]): [string, Fact] => {
    const place = [...at, 'facts', name];
    if (fact.type === 'choice' && fact.choices === undefined) {
      source.report(place, `选项型事实“${fact.label}”没有写选项`, '补上 choices，逐项写 value 与 label。');
    }
    if (fact.type !== 'choice' && fact.choices !== undefined) {
      source.report(
        [...place, 'choices'],
        `“${fact.label}”不是选项型，不应写选项`,
        '删去 choices，或把 type 改为 choice。',
      );
    }
    if (fact.type === 'count' && fact.unit === undefined) {
      source.report(place, `数量型事实“${fact.label}”没有写单位`, '补上 unit，如 家、年、天。');
    }
    const unit = fact.type === 'money' ? '分' : fact.type === 'rate' ? 'ppm' : (fact.unit ?? '');
    return [
      name,
      {
        name,
        label: fact.label,
        type: fact.type === 'title' ? 'choice' : fact.type,
        unit,
        choices: fact.type === 'title' ? titleChoices : (fact.choices ?? []),
        help: fact.help ?? null,
        source: sourceOf(raw, name, place, titles, parameters, source),
      },
    ];
  });
  return Object.fromEntries(entries);
}

/** Who knows the fact, and whether its type can hold what the source gives. */
function sourceOf(
  raw: RawRules,
  name: string,
  at: YamlPath,
  titles: readonly Title[],
  parameters: Readonly<Record<string, Parameter>>,
  source: YamlSource,
): FactSource {
  const fact = raw.facts[name];
  const from = fact?.from;
  if (from === undefined) {
    const ofTitle =
      raw.trigger !== undefined && 'titles' in raw.trigger && Object.values(raw.trigger.facts).includes(name);
    return { kind: ofTitle ? 'title' : 'project' };
  }
  const wanted: readonly string[] = 'awarded' in from ? ['money', 'boolean'] : ['boolean'];
  if (fact === undefined || !wanted.includes(fact.type)) {
    const fix = `把 type 改为 ${wanted.join(' 或 ')}。`;
    source.report([...at, 'type'], `“${fact?.label ?? name}”由系统得出，类型不对`, fix);
  }
  if ('awarded' in from) return { kind: 'awarded', period: from.awarded === '本年度' ? 'year' : 'ever' };
  const list = Object.hasOwn(parameters, from.holdsTitle) ? parameters[from.holdsTitle] : undefined;
  if (list?.kind === 'list') {
    const unknown = list.value.find((id) => !titles.some((title) => title.id === id));
    if (unknown !== undefined) {
      const known = titles.map((title) => title.id).join('、');
      source.report([...at, 'from', 'holdsTitle'], `“${unknown}”不是本区登记的称号`, `改为：${known}。`);
    }
    return { kind: 'holdsTitle', titleIds: list.value };
  }
  source.report(
    [...at, 'from', 'holdsTitle'],
    `“${from.holdsTitle}”不是本条列出的称号范围`,
    '在 parameters 中用 list 列出称号。',
  );
  return { kind: 'holdsTitle', titleIds: [] };
}

/** Builds the figures and lists of a clause, each with its place in the document. */
export function buildParameters(
  raw: RawRules,
  at: YamlPath,
  documents: DocumentTable,
  titles: readonly Title[],
  source: YamlSource,
): Readonly<Record<string, Parameter>> {
  const entries = Object.entries(raw.parameters).map(([name, parameter]): [string, Parameter] => {
    const reference = resolveRef(parameter.ref, documents, source, [...at, 'parameters', name, 'ref']);
    const shared = { name, label: parameter.label, reference };
    if ('value' in parameter) return [name, { ...shared, ...parameter.value }];
    if ('series' in parameter) {
      return [name, buildSeries(shared, parameter.series, [...at, 'parameters', name, 'series'], source)];
    }
    const choices = listLabels(raw, titles);
    const text = parameter.list.map((member) => choices.get(member) ?? member).join('、');
    return [name, { ...shared, kind: 'list', value: parameter.list, unit: '', text }];
  });
  return Object.fromEntries(entries);
}

function buildSeries(
  shared: Pick<SeriesParameter, 'name' | 'label' | 'reference'>,
  entries: Extract<RawRules['parameters'][string], { series: unknown }>['series'],
  at: YamlPath,
  source: YamlSource,
): SeriesParameter {
  const value = entries.map((entry) => ({
    from: entry.from,
    value: entry.value.value,
    text: entry.value.text,
    toConfirm: entry.confirm !== undefined,
  }));
  for (const [i, entry] of value.entries()) {
    if (entry.from > (value[i - 1]?.from ?? '')) continue;
    source.report(
      [...at, i, 'from'],
      `“${entry.from}”不晚于上一行`,
      '按起始日期从早到晚排列，每天只写一行。',
    );
  }
  const text = value.map((entry) => `${entry.from}起${entry.text}`).join('、');
  return { ...shared, kind: 'series', value, unit: 'ppm', text };
}

/** Chinese labels of everything a list of this clause can name. */
function listLabels(raw: RawRules, titles: readonly Title[]): ReadonlyMap<string, string> {
  return new Map([
    ...titles.map((title): [string, string] => [title.id, title.label]),
    ...Object.values(raw.facts).flatMap((fact) =>
      (fact.choices ?? []).map((choice): [string, string] => [choice.value, choice.label]),
    ),
  ]);
}
