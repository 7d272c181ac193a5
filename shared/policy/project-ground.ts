import { type Day, yearOf } from '#shared/domain/day.ts';
import { amountText, type Fen } from '#shared/domain/money.ts';
import type { Clause, Entitlement } from './clause.ts';
import type { Fact, Facts, FactValue } from './fact.ts';
import type { Pack } from './pack.ts';
import { isValidOn, type TitleSpan } from './title-state.ts';

/** A project (项目) as the bureau keeps it: what its form said, under the names of the facts. */
export type ProjectRecord = {
  readonly id: number;
  /** Kind of project of the pack. */
  readonly kindId: string;
  readonly name: string;
  /** The day that chooses the clause: the kind's `dateLabel` says which day it is. */
  readonly on: Day;
  /** Facts of source `project`; others are ignored, the ledger knows them better. */
  readonly facts: Facts;
  /** Where each fact comes from: 申报表, a cell of a workbook. */
  readonly origins?: Readonly<Record<string, string>>;
};

/** What the ledger knows about the firm of a case. */
export type FirmSituation = {
  /** Spans of validity by title id; a title that is absent was never held. */
  readonly titleSpans: ReadonlyMap<string, readonly TitleSpan[]>;
  /** What the bureau has already given: decided or paid amounts on other cases, one entry a case. */
  readonly awarded: readonly { readonly clauseId: string; readonly on: Day; readonly amount: Fen }[];
};

/** One project as a case of one clause, ready to evaluate. */
export type ProjectGround = {
  readonly projectId: number;
  readonly on: Day;
  /** Stable name of the ground. */
  readonly key: string;
  readonly label: string;
  readonly facts: Facts;
  readonly origins: Readonly<Record<string, string>>;
};

/** The clauses and entitlements that projects of a kind set off. */
export function clausesOfKind(
  pack: Pack,
  kindId: string,
): { readonly clauses: readonly Clause[]; readonly entitlements: readonly Entitlement[] } {
  const fits = ({ trigger }: Clause | Entitlement) =>
    trigger?.kind === 'project' && trigger.projectKindId === kindId;
  return { clauses: pack.clauses.filter(fits), entitlements: pack.entitlements.filter(fits) };
}

/** What the form of a kind of project asks for: each fact of source `project` once, in the order of the clauses. */
export function factsOfKind(pack: Pack, kindId: string): readonly Fact[] {
  const { clauses, entitlements } = clausesOfKind(pack, kindId);
  const facts = new Map<string, Fact>();
  for (const clause of [...clauses, ...entitlements]) {
    for (const fact of Object.values(clause.facts)) {
      if (fact.source.kind === 'project' && !facts.has(fact.name)) facts.set(fact.name, fact);
    }
  }
  return [...facts.values()];
}

/**
 * The facts of a project for one clause: what its form said, and what the ledger knows about the firm on the day of
 * the project. Facts of other clauses are left out, so that `evaluate` accepts the result as it is.
 * @param situation of the project's firm; `awarded` without this very project
 */
export function projectGround(
  clause: Clause | Entitlement,
  project: ProjectRecord,
  situation: FirmSituation,
): ProjectGround {
  const facts: Record<string, FactValue | null> = {};
  const origins: Record<string, string> = {};
  for (const fact of Object.values(clause.facts)) {
    const known = factOf(clause, fact, project, situation);
    facts[fact.name] = known.value;
    if (known.origin !== undefined) origins[fact.name] = known.origin;
  }
  return {
    projectId: project.id,
    on: project.on,
    key: `project-${project.id}`,
    label: `${project.name}（${project.on}）`,
    facts,
    origins,
  };
}

/** Facts that the ledger alone knows, for clauses that no project and no title sets off. */
export function firmFacts(clause: Clause | Entitlement, on: Day, situation: FirmSituation): Facts {
  const project = { id: 0, kindId: '', name: '', on, facts: {} };
  return Object.fromEntries(
    Object.values(clause.facts).map((fact) => [fact.name, factOf(clause, fact, project, situation).value]),
  );
}

type Known = { readonly value: FactValue | null; readonly origin?: string | undefined };

function factOf(
  clause: Clause | Entitlement,
  fact: Fact,
  project: ProjectRecord,
  situation: FirmSituation,
): Known {
  const { source } = fact;
  switch (source.kind) {
    case 'project':
    case 'title':
      return { value: project.facts[fact.name] ?? null, origin: project.origins?.[fact.name] };
    case 'holdsTitle': {
      const held = source.titleIds.some((id) => isValidOn(situation.titleSpans.get(id) ?? [], project.on));
      return { value: held, origin: `台账：${project.on}${held ? '有' : '没有'}有效的称号` };
    }
    case 'awarded': {
      const year = yearOf(project.on);
      const earlier = situation.awarded.filter(
        (each) => each.clauseId === clause.id && (source.period === 'ever' || yearOf(each.on) === year),
      );
      const total = earlier.reduce((sum, each) => sum + each.amount, 0);
      const period = source.period === 'ever' ? '历年' : `${year}年`;
      const origin = `台账：${period}本条已安排${earlier.length}笔，共${amountText(total)}`;
      return { value: fact.type === 'boolean' ? earlier.length > 0 : total, origin };
    }
  }
}
