import { listClaims } from '#electron/db/tables/claims.ts';
import { firmHeads } from '#electron/db/tables/firms.ts';
import { listProjects } from '#electron/db/tables/projects.ts';
import type { OutputOf, ParsedInputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import { isEnded } from '#shared/domain/claim.ts';
import { isDay } from '#shared/domain/day.ts';
import type { Fact, FactValue } from '#shared/policy/fact.ts';
import type { Pack } from '#shared/policy/pack.ts';
import { clausesOfKind, factsOfKind } from '#shared/policy/project-ground.ts';
import type { OpenLedger } from '../context.ts';
import { type ComputedGround, computedGrounds } from '../grounds.ts';

/** The kinds of projects of the pack, each with the questions of its form. */
export function projectKinds(pack: Pack): OutputOf<'projects.kinds'> {
  return {
    kinds: pack.projectKinds.map((kind) => ({
      id: kind.id,
      label: kind.label,
      dateLabel: kind.dateLabel,
      nameLabel: kind.nameLabel,
      objectLabel: kind.objectLabel,
      contractLabel: kind.contractLabel,
      reference: kind.reference.text,
      clauses: clausesOfKind(pack, kind.id).clauses.map((clause) => clause.title),
      facts: factsOfKind(pack, kind.id).map(({ name, label, type, unit, help, choices }) => ({
        name,
        label,
        type,
        unit,
        help,
        choices: choices.map((choice) => ({ value: choice.value, label: choice.label })),
      })),
    })),
  };
}

/** Projects of all firms or of one, with what their clauses make of them today. */
export function projectList(open: OpenLedger, firmId: number | null): OutputOf<'projects.list'> {
  const { ledger, pack } = open;
  const scope = { firmId: firmId ?? undefined };
  const projects = listProjects(ledger.read, scope);
  const heads = firmHeads(ledger.read, [...new Set(projects.map((project) => project.firmId))]);
  const streets = new Map(pack.streets.map((street) => [street.id, street.label]));
  const kinds = new Map(pack.projectKinds.map((kind) => [kind.id, kind.label]));
  const grounds = byProject(computedGrounds(open, scope));
  const claims = byProject(listClaims(ledger.read, scope).filter((claim) => !isEnded(claim.state)));
  return {
    rows: projects.map((project) => {
      const head = heads.get(project.firmId);
      const streetId = head?.streetId ?? null;
      const own = grounds.get(project.id) ?? [];
      return {
        ...project,
        facts: { ...project.facts },
        firm: head?.name ?? '',
        code: head?.code ?? null,
        streetLabel: streetId === null ? null : (streets.get(streetId) ?? streetId),
        kindLabel: kinds.get(project.kindId) ?? project.kindId,
        amountFen: own.reduce((sum, ground) => sum + amountOf(ground), 0),
        result: own.map(resultWords).join('；') || '本政策没有对应的奖补条款',
        claims: claims.get(project.id)?.length ?? 0,
      };
    }),
  };
}

function byProject<T extends { readonly projectId: number | null }>(
  list: readonly T[],
): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const each of list) {
    if (each.projectId === null) continue;
    groups.set(each.projectId, [...(groups.get(each.projectId) ?? []), each]);
  }
  return groups;
}

function amountOf({ evaluation }: ComputedGround): number {
  return evaluation.outcome === 'awarded' ? evaluation.amount : 0;
}

function resultWords({ evaluation }: ComputedGround): string {
  switch (evaluation.outcome) {
    case 'awarded':
      return evaluation.ceiling ? '可申报（上限）' : '可申报';
    case 'notApplicable':
      return `不符合：${evaluation.reasons.join('、')}`;
    case 'needsData':
      return `缺少：${evaluation.fields.map((field) => field.label).join('、')}`;
  }
}

/** Checks what a form says about a project against its kind in the pack. Throws `project-refused`. */
export function checkProject(pack: Pack, input: ParsedInputOf<'projects.save'>): void {
  const kind = pack.projectKinds.find((each) => each.id === input.kindId);
  if (kind === undefined) throw new AppError('project-refused', { problem: '政策包中没有这类项目。' });
  const facts = new Map(factsOfKind(pack, kind.id).map((fact) => [fact.name, fact]));
  for (const [name, value] of Object.entries(input.facts)) {
    const fact = facts.get(name);
    if (fact === undefined) {
      throw new AppError('project-refused', { problem: `${kind.label}没有“${name}”这一项。` });
    }
    if (value !== null && !fits(fact, value)) {
      throw new AppError('project-refused', { problem: `“${fact.label}”填写的内容不对。` });
    }
  }
}

function fits(fact: Fact, value: FactValue): boolean {
  switch (fact.type) {
    case 'boolean':
      return typeof value === 'boolean';
    case 'day':
      return typeof value === 'string' && isDay(value);
    case 'choice':
      return fact.choices.some((choice) => choice.value === value);
    case 'money':
    case 'rate':
    case 'count':
      return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
  }
}
