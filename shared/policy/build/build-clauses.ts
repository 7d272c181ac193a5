import type { Clause, InForce, OverlapGroup, PayerLevel, TitleTrigger } from '../clause.ts';
import { compileAmount, compileCondition } from '../mechanisms/index.ts';
import type { Scope } from '../mechanisms/mechanism.ts';
import type { Title } from '../pack.ts';
import type { ClausesFile, RawClause } from '../schema/clauses-schema.ts';
import type { YamlPath } from '../schema/problem.ts';
import type { YamlSource } from '../schema/yaml-source.ts';
import { buildFacts, buildParameters } from './clause-facts.ts';
import { clauseScope } from './clause-scope.ts';
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
  const parameters = buildParameters(raw, at, around.documents, around.titles, source);
  const scope = clauseScope(at, facts, parameters, source);
  const conditions = compileCondition(raw.conditions, [...at, 'conditions'], scope);
  const amount = compileAmount(raw.amount, [...at, 'amount'], scope);
  const overlap = findOverlap(raw.overlap, groups, at, source);
  const trigger = buildTrigger(raw, at, scope);
  if (conditions === undefined || amount === undefined) return undefined;
  scope.reportUnused();
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
    remarks: raw.remarks,
  };
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
  const known = groups.map((each) => each.id).join('、') || '（还没有重叠组）';
  source.report([...at, 'overlap'], `重叠组“${id}”没有列出`, `在 overlapGroups 中列出它，或改为：${known}。`);
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
