import type { PayerLevel } from '#shared/domain/payer.ts';
import type {
  Budget,
  Clause,
  ClauseHead,
  ClauseTrigger,
  Entitlement,
  InForce,
  OverlapGroup,
  Principle,
  ProjectKind,
  ProjectTrigger,
} from '../clause.ts';
import type { Condition } from '../expression.ts';
import type { Fact } from '../fact.ts';
import { compileAmount, compileCondition } from '../mechanisms/index.ts';
import type { Title } from '../pack.ts';
import type { Parameter } from '../parameter.ts';
import type { ClausesFile, RawClause, RawEntitlement, RawHead, RawRules } from '../schema/clauses-schema.ts';
import type { YamlPath } from '../schema/problem.ts';
import type { YamlSource } from '../schema/yaml-source.ts';
import { buildFacts, buildParameters } from './clause-facts.ts';
import { type ClauseScope, clauseScope } from './clause-scope.ts';
import { type DocumentTable, reportDuplicates, resolveRef } from './references.ts';

/** What clauses refer to outside their own file. */
export type ClauseSurroundings = {
  readonly documents: DocumentTable;
  readonly titles: readonly Title[];
  readonly inForce: InForce;
};

/** Everything that clauses.yaml holds, checked. */
export type BuiltClauses = {
  readonly projectKinds: readonly ProjectKind[];
  readonly overlapGroups: readonly OverlapGroup[];
  readonly clauses: readonly Clause[];
  readonly entitlements: readonly Entitlement[];
  readonly budgets: readonly Budget[];
  readonly principles: readonly Principle[];
};

const payerLevels: Readonly<Record<'省' | '市' | '区', PayerLevel>> = {
  省: 'province',
  市: 'city',
  区: 'district',
};

/** What the parts of one clauses file share while they are built. */
type Workshop = ClauseSurroundings & {
  readonly source: YamlSource;
  readonly groups: readonly OverlapGroup[];
  readonly kinds: readonly ProjectKind[];
};

/** Builds all of clauses.yaml; a name that leads nowhere or a unit that does not fit is a problem. */
export function buildClauses(
  file: ClausesFile,
  around: ClauseSurroundings,
  source: YamlSource,
): BuiltClauses {
  reportClauseDuplicates(file, source);
  const groups = buildOverlapGroups(file, around.documents, source);
  const kinds = buildProjectKinds(file, around.documents, source);
  const shop = { ...around, source, groups, kinds };
  return {
    projectKinds: kinds,
    overlapGroups: groups,
    clauses: file.clauses.flatMap((raw, i) => buildClause(raw, ['clauses', i], shop) ?? []),
    entitlements: file.entitlements.flatMap(
      (raw, i) => buildEntitlement(raw, ['entitlements', i], shop) ?? [],
    ),
    budgets: file.budgets.map((raw, i) => buildBudget(raw, ['budgets', i], file, shop)),
    principles: file.principles.map((raw, i) => buildHead(raw, ['principles', i], shop)),
  };
}

function reportClauseDuplicates(file: ClausesFile, source: YamlSource): void {
  const sections = ['clauses', 'entitlements', 'budgets', 'principles'] as const;
  reportDuplicates(
    sections.flatMap((section) =>
      file[section].flatMap((clause, i) => [
        { text: clause.id, at: [section, i, 'id'] },
        { text: `${clause.part}${clause.item}.${clause.sub ?? ''}`, at: [section, i, 'item'] },
      ]),
    ),
    '条款',
    source,
  );
}

function buildOverlapGroups(
  file: ClausesFile,
  documents: DocumentTable,
  source: YamlSource,
): readonly OverlapGroup[] {
  reportDuplicates(
    file.overlapGroups.map((group, i) => ({ text: group.id, at: ['overlapGroups', i, 'id'] })),
    '重叠组编号',
    source,
  );
  return file.overlapGroups.map(({ ref, countsPaidBy, ...group }, i) => ({
    ...group,
    countsPaidBy: countsPaidBy.map((payer) => payerLevels[payer]),
    reference: resolveRef(ref, documents, source, ['overlapGroups', i, 'ref']),
  }));
}

function buildProjectKinds(
  file: ClausesFile,
  documents: DocumentTable,
  source: YamlSource,
): readonly ProjectKind[] {
  reportDuplicates(
    file.projectKinds.flatMap((kind, i) => [
      { text: kind.id, at: ['projectKinds', i, 'id'] },
      { text: kind.label, at: ['projectKinds', i, 'label'] },
    ]),
    '项目类别',
    source,
  );
  return file.projectKinds.map(({ ref, objectLabel, contractLabel, ...kind }, i) => ({
    ...kind,
    objectLabel: objectLabel ?? null,
    contractLabel: contractLabel ?? null,
    reference: resolveRef(ref, documents, source, ['projectKinds', i, 'ref']),
  }));
}

function buildHead(raw: RawHead, at: YamlPath, shop: Workshop): ClauseHead {
  return {
    id: raw.id,
    part: raw.part,
    item: String(raw.item),
    sub: raw.sub ?? null,
    title: raw.title,
    summary: raw.summary,
    reference: resolveRef(raw.ref, shop.documents, shop.source, [...at, 'ref']),
    departments: raw.departments,
    inForce: shop.inForce,
    notes: raw.notes,
    remarks: raw.remarks,
  };
}

type BuiltRules = {
  readonly facts: Readonly<Record<string, Fact>>;
  readonly parameters: Readonly<Record<string, Parameter>>;
  readonly scope: ClauseScope;
  readonly conditions: Condition | undefined;
};

function buildRules(raw: RawRules, at: YamlPath, shop: Workshop): BuiltRules {
  const { documents, titles, source } = shop;
  const parameters = buildParameters(raw, at, documents, titles, source);
  const facts = buildFacts(raw, at, titles, parameters, source);
  const titleLists = Object.values(raw.facts).flatMap(({ from }) =>
    from !== undefined && 'holdsTitle' in from ? [from.holdsTitle] : [],
  );
  const scope = clauseScope(at, facts, parameters, source, titleLists);
  const conditions = compileCondition(raw.conditions, [...at, 'conditions'], scope);
  return { facts, parameters, scope, conditions };
}

function buildClause(raw: RawClause, at: YamlPath, shop: Workshop): Clause | undefined {
  const { facts, parameters, scope, conditions } = buildRules(raw, at, shop);
  const amount = compileAmount(raw.amount, [...at, 'amount'], scope);
  const overlap = findOverlap(raw.overlap, at, shop);
  const trigger = buildTrigger(raw, at, scope, shop);
  const dateLabel = dateLabelOf(raw, trigger, at, shop);
  if (conditions === undefined || amount === undefined) return undefined;
  scope.reportUnused();
  return {
    ...buildHead(raw, at, shop),
    dateLabel,
    trigger,
    facts,
    parameters,
    conditions,
    amount,
    rounding: raw.rounding,
    payers: raw.payers.map((payer) => payerLevels[payer]),
    overlap,
    evidence: raw.evidence,
  };
}

function buildEntitlement(raw: RawEntitlement, at: YamlPath, shop: Workshop): Entitlement | undefined {
  const { facts, parameters, scope, conditions } = buildRules(raw, at, shop);
  const trigger = raw.trigger === undefined ? null : projectTrigger(raw.trigger.project, at, shop);
  const dateLabel = dateLabelOf(raw, trigger, at, shop);
  if (conditions === undefined) return undefined;
  scope.reportUnused();
  return {
    ...buildHead(raw, at, shop),
    dateLabel,
    trigger,
    facts,
    parameters,
    conditions,
    evidence: raw.evidence,
    noFigure: raw.noFigure,
  };
}

function buildBudget(
  raw: ClausesFile['budgets'][number],
  at: YamlPath,
  file: ClausesFile,
  shop: Workshop,
): Budget {
  const known = file.clauses.map((clause) => clause.id);
  for (const [i, id] of raw.clauses.entries()) {
    if (known.includes(id)) continue;
    shop.source.report([...at, 'clauses', i], `条款“${id}”没有列出`, `改为：${known.join('、')}。`);
  }
  const built = buildHead(raw, at, shop);
  return {
    ...built,
    parameter: { ...raw.value, kind: 'money', name: 'budget', label: raw.title, reference: built.reference },
    atLeast: raw.word === '不少于',
    clauseIds: raw.clauses,
  };
}

function findOverlap(id: string | undefined, at: YamlPath, shop: Workshop): OverlapGroup | null {
  if (id === undefined) return null;
  const group = shop.groups.find((each) => each.id === id);
  if (group !== undefined) return group;
  const known = shop.groups.map((each) => each.id).join('、') || '（还没有重叠组）';
  shop.source.report(
    [...at, 'overlap'],
    `重叠组“${id}”没有列出`,
    `在 overlapGroups 中列出它，或改为：${known}。`,
  );
  return null;
}

function projectTrigger(kindId: string, at: YamlPath, shop: Workshop): ProjectTrigger {
  if (!shop.kinds.some((kind) => kind.id === kindId)) {
    const known = shop.kinds.map((kind) => kind.id).join('、') || '（还没有项目类别）';
    shop.source.report(
      [...at, 'trigger', 'project'],
      `项目类别“${kindId}”没有列出`,
      `在 projectKinds 中列出它，或改为：${known}。`,
    );
  }
  return { kind: 'project', projectKindId: kindId };
}

function buildTrigger(raw: RawClause, at: YamlPath, scope: ClauseScope, shop: Workshop): ClauseTrigger {
  if ('project' in raw.trigger) return projectTrigger(raw.trigger.project, at, shop);
  const place = [...at, 'trigger'];
  const { title, firstRecognition, firstInDistrict } = raw.trigger.facts;
  scope.fact(title, [...place, 'facts', 'title'], ['choice']);
  scope.fact(firstRecognition, [...place, 'facts', 'firstRecognition'], ['boolean']);
  scope.fact(firstInDistrict, [...place, 'facts', 'firstInDistrict'], ['boolean']);
  const titles = scope.list(raw.trigger.titles, [...place, 'titles']);
  return { kind: 'title', titleIds: titles?.value ?? [], facts: raw.trigger.facts };
}

/** The kind of project says what its day is; without a project the clause must. */
function dateLabelOf(raw: RawRules, trigger: ClauseTrigger | null, at: YamlPath, shop: Workshop): string {
  if (raw.dateLabel !== undefined) return raw.dateLabel;
  const kind =
    trigger?.kind === 'project' ? shop.kinds.find((each) => each.id === trigger.projectKindId) : null;
  if (kind === null) {
    shop.source.report(at, '缺少“dateLabel”', '写明按哪一天选用条款，如 dateLabel: 认定日期。');
  }
  return kind?.dateLabel ?? '';
}
