import { listClaims } from '#electron/db/tables/claims.ts';
import { listProjects } from '#electron/db/tables/projects.ts';
import type { Day } from '#shared/domain/day.ts';
import type { TitleEvent } from '#shared/domain/title.ts';
import type { Clause } from '#shared/policy/clause.ts';
import { type Evaluation, evaluate } from '#shared/policy/evaluate.ts';
import type { Facts } from '#shared/policy/fact.ts';
import type { OverlapSubject } from '#shared/policy/overlap.ts';
import { clausesOfKind, type FirmSituation, projectGround } from '#shared/policy/project-ground.ts';
import { titleGrounds } from '#shared/policy/title-grounds.ts';
import type { OpenLedger } from './context.ts';
import { policySettings } from './policy-settings.ts';
import { titleBook } from './title-holdings.ts';

/** One thing the policy may pay for (奖补事由): a title or a project of a firm under one clause, with its facts. */
export type LedgerGround = {
  readonly clause: Clause;
  readonly firmId: number;
  readonly key: string;
  readonly label: string;
  readonly on: Day;
  /** A title with the event that conferred it, or else a project. */
  readonly titleId: string | null;
  readonly eventId: number | null;
  readonly projectId: number | null;
  readonly facts: Facts;
  readonly origins: Readonly<Record<string, string>>;
  /** What it is about, as far as 不重复 can reach. */
  readonly subject: OverlapSubject;
};

/** A ground with what its clause alone comes to today. */
export type ComputedGround = LedgerGround & { readonly evaluation: Evaluation };

/** Which grounds: of one firm, or all. */
export type GroundScope = { readonly firmId?: number | undefined };

/** All grounds from titles and projects as the ledger has them. Writes nothing. */
export function ledgerGrounds(open: OpenLedger, scope: GroundScope = {}): readonly LedgerGround[] {
  return [...titleLedgerGrounds(open, scope), ...projectLedgerGrounds(open, scope)];
}

/** All grounds, evaluated live from ledger and pack. */
export function computedGrounds(open: OpenLedger, scope: GroundScope = {}): readonly ComputedGround[] {
  const settings = policySettings(open);
  return ledgerGrounds(open, scope).map((ground) => ({
    ...ground,
    evaluation: evaluate(ground.clause, ground.facts, ground.on, { settings, origins: ground.origins }),
  }));
}

function titleLedgerGrounds(open: OpenLedger, { firmId }: GroundScope): LedgerGround[] {
  const { ledger, pack } = open;
  return [...eventsByFirm(titleBook(ledger.read, pack).events, firmId)].flatMap(([id, events]) =>
    pack.clauses.flatMap((clause) =>
      titleGrounds(clause, events).map((ground) => ({
        ...ground,
        clause,
        firmId: id,
        projectId: null,
        subject: { firmId: id, titleId: ground.titleId, kind: clause.id },
      })),
    ),
  );
}

function projectLedgerGrounds(open: OpenLedger, { firmId }: GroundScope): LedgerGround[] {
  const { ledger, pack } = open;
  const decided = decidedByFirm(open, firmId);
  const { byFirm } = titleBook(ledger.read, pack);
  return listProjects(ledger.read, { firmId }).flatMap((project) => {
    const situation: FirmSituation = {
      titleSpans: new Map((byFirm.get(project.firmId) ?? []).map(({ titleId, spans }) => [titleId, spans])),
      awarded: (decided.get(project.firmId) ?? []).filter((each) => each.projectId !== project.id),
    };
    return clausesOfKind(pack, project.kindId).clauses.map((clause) => ({
      ...projectGround(clause, { ...project, on: project.eventOn }, situation),
      clause,
      firmId: project.firmId,
      titleId: null,
      eventId: null,
      subject: {
        firmId: project.firmId,
        projectId: project.id,
        kind: project.kindId,
        object: project.object,
        contract: project.contract,
      },
    }));
  });
}

type Decided = FirmSituation['awarded'][number] & { readonly projectId: number | null };

/** What the bureau has decided so far, for limits by year and firm. */
function decidedByFirm(
  open: OpenLedger,
  firmId: number | undefined,
): ReadonlyMap<number, readonly Decided[]> {
  const byFirm = new Map<number, Decided[]>();
  for (const claim of listClaims(open.ledger.read, { firmId })) {
    if (claim.decidedFen === null) continue;
    const list = byFirm.get(claim.firmId) ?? [];
    list.push({
      clauseId: claim.clauseId,
      on: claim.eventOn,
      amount: claim.decidedFen,
      projectId: claim.projectId,
    });
    byFirm.set(claim.firmId, list);
  }
  return byFirm;
}

function eventsByFirm(
  events: readonly TitleEvent[],
  firmId: number | undefined,
): ReadonlyMap<number, readonly TitleEvent[]> {
  const byFirm = new Map<number, TitleEvent[]>();
  for (const event of events) {
    if (firmId !== undefined && event.firmId !== firmId) continue;
    const list = byFirm.get(event.firmId);
    if (list === undefined) byFirm.set(event.firmId, [event]);
    else list.push(event);
  }
  return byFirm;
}
