import type { Clause, InForce, OverlapGroup, PayerLevel, TitleTrigger } from '../clause.ts';
import type { Fact, FactType } from '../fact.ts';
import { compileAmount, compileCondition } from '../mechanisms/index.ts';
import type { Scope } from '../mechanisms/mechanism.ts';
import type { Title } from '../pack.ts';
import type { Parameter } from '../parameter.ts';
import type { ClausesFile, RawClause } from '../schema/clauses-schema.ts';
import type { YamlPath } from '../schema/problem.ts';
import type { YamlSource } from '../schema/yaml-source.ts';
import { type DocumentTable, reportDuplicates, resolveRef } from './references.ts';

/** What clauses refer to outside their own file. */
export type ClauseSurroundings = {
  readonly documents: DocumentTable;
  readonly titles: readonly Title[];
  readonly inForce: InForce;
};

const payerLevels: Readonly<Record<'省' | '市' | '区', PayerLevel>> = {
  省: 'province',
  市: 'city',
  区: 'district',
};

/** Builds the overlap rules of a clauses file. */
export function buildOverlapGroups(
  file: ClausesFile,
  documents: DocumentTable,
  source: YamlSource,
): readonly OverlapGroup[] {
  reportDuplicates(
    file.overlapGroups.map((group, i) => ({ text: group.id, at: ['overlapGroups', i, 'id'] })),
    '重叠组编号',
    source,
  );
  return file.overlapGroups.map(({ ref, ...group }, i) => ({
    ...group,
    reference: resolveRef(ref, documents, source, ['overlapGroups', i, 'ref']),
  }));
}

/** Builds the clauses; a name that leads nowhere or a unit that does not fit is a problem. */
export function buildClauses(
  file: ClausesFile,
  groups: readonly OverlapGroup[],
  around: ClauseSurroundings,
  source: YamlSource,
): readonly Clause[] {
  reportDuplicates(
    file.clauses.flatMap((clause, i) => [
      { text: clause.id, at: ['clauses', i, 'id'] },
      { text: `${clause.part}${clause.item}`, at: ['clauses', i, 'item'] },
    ]),
    '条款',
    source,
  );
  return file.clauses.flatMap((raw, i) => buildClause(raw, ['clauses', i], groups, around, source) ?? []);
}

function buildClause(
  raw: RawClause,
  at: YamlPath,
  groups: readonly OverlapGroup[],
  around: ClauseSurroundings,
  source: YamlSource,
): Clause | undefined {
  const facts = buildFacts(raw, at, around.titles, source);
  const parameters = buildParameters(raw, at, around, source);
  const scope = clauseScope(facts, parameters, source);
  const conditions = compileCondition(raw.conditions, [...at, 'conditions'], scope);
  const amount = compileAmount(raw.amount, [...at, 'amount'], scope);
  const overlap = findOverlap(raw.overlap, groups, at, source);
  const trigger = buildTrigger(raw, at, scope);
  if (conditions === undefined || amount === undefined) return undefined;
  return {
    id: raw.id,
    part: raw.part,
    item: String(raw.item),
    title: raw.title,
    summary: raw.summary,
    reference: resolveRef(raw.ref, around.documents, source, [...at, 'ref']),
    departments: raw.departments,
    inForce: around.inForce,
    dateLabel: raw.dateLabel,
    trigger,
    facts,
    parameters,
    conditions,
    amount,
    rounding: raw.rounding,
    payers: raw.payers.map((payer) => payerLevels[payer]),
    overlap,
    evidence: raw.evidence,
    notes: raw.notes,
  };
}

function buildFacts(
  raw: RawClause,
  at: YamlPath,
  titles: readonly Title[],
  source: YamlSource,
): Readonly<Record<string, Fact>> {
  const titleChoices = titles.map(({ id, label, aliases }) => ({ value: id, label, aliases }));
  const entries = Object.entries(raw.facts).map(([name, fact]): [string, Fact] => {
    const place = [...at, 'facts', name];
    if (fact.type === 'choice' && fact.choices === undefined) {
      source.report(place, `选项型事实“${fact.label}”没有写选项`, '补上 choices,逐项写 value 与 label。');
    }
    if (fact.type !== 'choice' && fact.choices !== undefined) {
      source.report(
        [...place, 'choices'],
        `“${fact.label}”不是选项型,不应写选项`,
        '删去 choices,或把 type 改为 choice。',
      );
    }
    if (fact.type === 'count' && fact.unit === undefined) {
      source.report(place, `数量型事实“${fact.label}”没有写单位`, '补上 unit,如 家、年、天。');
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
      },
    ];
  });
  return Object.fromEntries(entries);
}

function buildParameters(
  raw: RawClause,
  at: YamlPath,
  around: ClauseSurroundings,
  source: YamlSource,
): Readonly<Record<string, Parameter>> {
  const entries = Object.entries(raw.parameters).map(([name, parameter]): [string, Parameter] => {
    const reference = resolveRef(parameter.ref, around.documents, source, [...at, 'parameters', name, 'ref']);
    const shared = { name, label: parameter.label, reference };
    if ('value' in parameter) return [name, { ...shared, ...parameter.value }];
    const choices = listLabels(raw, around.titles);
    const text = parameter.list.map((member) => choices.get(member) ?? member).join('、');
    return [name, { ...shared, kind: 'list', value: parameter.list, unit: '', text }];
  });
  return Object.fromEntries(entries);
}

/** Chinese labels of everything a list of this clause can name. */
function listLabels(raw: RawClause, titles: readonly Title[]): ReadonlyMap<string, string> {
  return new Map([
    ...titles.map((title): [string, string] => [title.id, title.label]),
    ...Object.values(raw.facts).flatMap((fact) =>
      (fact.choices ?? []).map((choice): [string, string] => [choice.value, choice.label]),
    ),
  ]);
}

function clauseScope(
  facts: Readonly<Record<string, Fact>>,
  parameters: Readonly<Record<string, Parameter>>,
  source: YamlSource,
): Scope {
  const scope: Scope = {
    parse: source.parse,
    report: source.report,
    fact: (name, at, types) => {
      const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
      if (fact === undefined) {
        const known = Object.keys(facts).join('、') || '(本条还没有事实项)';
        source.report(at, `事实项“${name}”没有声明`, `在本条 facts 中声明它,或改为:${known}。`);
      } else if (!types.includes(fact.type)) {
        const wanted = types.map((type) => factWords[type]).join('或');
        source.report(at, `事实项“${fact.label}”是${factWords[fact.type]}`, `这里要用${wanted}型的事实项。`);
        return undefined;
      }
      return fact;
    },
    figure: (name, at, kinds) => {
      const parameter = findParameter(parameters, name, at, source);
      if (parameter === undefined) return undefined;
      if (parameter.kind !== 'list' && kinds.includes(parameter.kind)) return parameter;
      const wanted = kinds.map((kind) => kindWords[kind]).join('或');
      source.report(at, `参数“${parameter.label}”是${kindWords[parameter.kind]}`, `这里要用${wanted}。`);
      return undefined;
    },
    list: (name, at) => {
      const parameter = findParameter(parameters, name, at, source);
      if (parameter === undefined || parameter.kind === 'list') return parameter;
      source.report(
        at,
        `参数“${parameter.label}”是${kindWords[parameter.kind]}`,
        '这里要用范围(写 list 的参数)。',
      );
      return undefined;
    },
    condition: (raw, at) => compileCondition(raw, at, scope),
    amount: (raw, at) => compileAmount(raw, at, scope),
  };
  return scope;
}

const kindWords = { money: '金额', rate: '比例', count: '数量', list: '范围' } as const;

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
  const known = Object.keys(parameters).join('、') || '(本条还没有参数)';
  source.report(at, `参数“${name}”没有列出`, `在本条 parameters 中列出它,或改为:${known}。`);
  return undefined;
}

function findOverlap(
  id: string | undefined,
  groups: readonly OverlapGroup[],
  at: YamlPath,
  source: YamlSource,
): OverlapGroup | null {
  if (id === undefined) return null;
  const group = groups.find((each) => each.id === id);
  if (group !== undefined) return group;
  const known = groups.map((each) => each.id).join('、') || '(还没有重叠组)';
  source.report([...at, 'overlap'], `重叠组“${id}”没有列出`, `在 overlapGroups 中列出它,或改为:${known}。`);
  return null;
}

function buildTrigger(raw: RawClause, at: YamlPath, scope: Scope): TitleTrigger | null {
  if (raw.trigger === undefined) return null;
  const place = [...at, 'trigger'];
  const { title, firstRecognition, firstInDistrict } = raw.trigger.facts;
  scope.fact(title, [...place, 'facts', 'title'], ['choice']);
  scope.fact(firstRecognition, [...place, 'facts', 'firstRecognition'], ['boolean']);
  scope.fact(firstInDistrict, [...place, 'facts', 'firstInDistrict'], ['boolean']);
  const titles = scope.list(raw.trigger.titles, [...place, 'titles']);
  return { titleIds: titles?.value ?? [], facts: raw.trigger.facts };
}
