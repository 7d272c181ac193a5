import type { z } from 'zod';
import { type ClaimHead, listClaims } from '#electron/db/tables/claims.ts';
import { firmHeads } from '#electron/db/tables/firms.ts';
import type { AwardItemSchema, AwardListSchema } from '#shared/contract/methods/awards.ts';
import { type Day, yearOf } from '#shared/domain/day.ts';
import type { Evaluation } from '#shared/policy/evaluate.ts';
import { explainTrace } from '#shared/policy/explain.ts';
import type { OpenLedger } from './context.ts';
import { type SettledGround, settledGrounds } from './settled-awards.ts';

/** One computed award as every surface shows it. */
export type AwardItem = z.output<typeof AwardItemSchema>;
type AwardList = z.output<typeof AwardListSchema>;

/**
 * Computes the awards of a year from its titles and projects, live from ledger and pack, and says for each
 * whether it has become a claim (立项) and whether what the claim was made with still agrees. Writes nothing.
 */
export function computeAwards(
  open: OpenLedger,
  year: number,
  options: { readonly withRefused: boolean; readonly firmId?: number },
): AwardList {
  const items = computeItems(open, { wanted: (on) => yearOf(on) === year, firmId: options.firmId }).filter(
    (item) => options.withRefused || item.outcome === 'awarded',
  );
  const awarded = items.filter((item) => item.outcome === 'awarded');
  return {
    year,
    totalFen: awarded.reduce((sum, item) => sum + item.amountFen, 0),
    awardedCount: awarded.length,
    items,
    byClause: open.pack.clauses
      .filter((clause) => clause.trigger.kind === 'title' || items.some((item) => item.clause === clause.id))
      .map((clause) => {
        const own = awarded.filter((item) => item.clause === clause.id);
        return {
          clause: clause.id,
          label: clause.title,
          count: own.length,
          amountFen: own.reduce((sum, item) => sum + item.amountFen, 0),
        };
      }),
  };
}

/** All awards of one firm, whatever the year, newest first. */
export function firmAwards(open: OpenLedger, firmId: number): AwardItem[] {
  return computeItems(open, { firmId }).reverse();
}

function computeItems(
  open: OpenLedger,
  scope: { readonly firmId?: number | undefined; readonly wanted?: (on: Day) => boolean },
): AwardItem[] {
  const { ledger, pack } = open;
  // All years are settled together: awards compete across them.
  const found = settledGrounds(open, scope).filter(({ on }) => scope.wanted?.(on) ?? true);
  const claims = new Map(
    listClaims(ledger.read, { firmId: scope.firmId })
      .filter((claim) => claim.state !== 'withdrawn')
      .map((claim) => [awardKey(claim), claim]),
  );
  const heads = firmHeads(ledger.read, [...new Set(found.map((each) => each.firmId))]);
  const streets = new Map(pack.streets.map((street) => [street.id, street.label]));
  return found
    .map((ground) => {
      const head = heads.get(ground.firmId);
      const claim = claims.get(
        awardKey({ firmId: ground.firmId, clauseId: ground.clause.id, groundKey: ground.key }),
      );
      const item = presentAward(ground);
      return {
        ...item,
        firmId: ground.firmId,
        firm: head?.name ?? '',
        code: head?.code ?? null,
        streetLabel: head?.streetId == null ? null : (streets.get(head.streetId) ?? head.streetId),
        stored: compareClaim(claim, ground.evaluation),
        claimId: claim?.id ?? null,
        claimState: claim?.state ?? null,
      };
    })
    .sort(
      (a, b) => compareText(a.eventOn, b.eventOn) || a.firmId - b.firmId || compareText(a.clause, b.clause),
    );
}

function presentAward({
  clause,
  evaluation,
  settlement,
  ...ground
}: SettledGround): Omit<
  AwardItem,
  'firmId' | 'firm' | 'code' | 'streetLabel' | 'stored' | 'claimId' | 'claimState'
> {
  const amountFen = settlement?.payNow ?? 0;
  // What another award or public money already covers is refused with the reason, not listed as an award of nothing.
  const covered = evaluation.outcome === 'awarded' && amountFen === 0;
  const stands =
    settlement !== undefined && (settlement.competing.length > 1 || settlement.counted.length > 0);
  const beside = stands ? settlement.why : [];
  return {
    clause: clause.id,
    clauseLabel: clause.title,
    reference: clause.reference.text,
    year: yearOf(ground.on),
    ground: ground.label,
    groundKey: ground.key,
    titleId: ground.titleId,
    projectId: ground.projectId,
    eventOn: ground.on,
    amountFen,
    ceiling: evaluation.outcome === 'awarded' && evaluation.ceiling,
    outcome: covered ? 'notApplicable' : evaluation.outcome,
    notes: covered ? [...beside] : notesOf(evaluation),
    explanation: [...explainTrace(evaluation.trace), ...beside],
    trace: evaluation.trace,
  };
}

function notesOf(evaluation: Evaluation): string[] {
  switch (evaluation.outcome) {
    case 'awarded':
      return [...evaluation.notes];
    case 'notApplicable':
      return [...evaluation.reasons];
    default:
      return evaluation.fields.map((field) => `缺少：${field.label}`);
  }
}

/** What makes an award one award: the firm, the clause, the ground. */
function awardKey(award: {
  readonly firmId: number;
  readonly clauseId: string;
  readonly groundKey: string;
}): string {
  return `${award.firmId}/${award.clauseId}/${award.groundKey}`;
}

function compareClaim(claim: ClaimHead | undefined, evaluation: Evaluation): 'no' | 'same' | 'differs' {
  if (claim === undefined) return 'no';
  const same = evaluation.outcome === 'awarded' && claim.computedFen === evaluation.amount;
  return same ? 'same' : 'differs';
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
