import type { z } from 'zod';
import { listAwards, type StoredAward } from '#electron/db/tables/awards.ts';
import { firmHeads } from '#electron/db/tables/firms.ts';
import type { AwardItemSchema, AwardListSchema } from '#shared/contract/methods/awards.ts';
import { yearOf } from '#shared/domain/day.ts';
import type { TitleEvent } from '#shared/domain/title.ts';
import type { Clause } from '#shared/policy/clause.ts';
import { type Evaluation, evaluate } from '#shared/policy/evaluate.ts';
import { explainTrace } from '#shared/policy/explain.ts';
import type { Settlement } from '#shared/policy/overlap.ts';
import { type TitleGround, titleGrounds } from '#shared/policy/title-grounds.ts';
import type { OpenLedger } from './context.ts';
import { policySettings } from './policy-settings.ts';
import { type FoundAward, settleFound } from './settled-awards.ts';
import { titleBook } from './title-holdings.ts';

/** One computed award as every surface shows it. */
export type AwardItem = z.output<typeof AwardItemSchema>;
type AwardList = z.output<typeof AwardListSchema>;

/**
 * Computes the awards of a year from the titles recognised in it, live from ledger and pack, and says for
 * each whether it is kept (留存) and whether the kept result still agrees. Writes nothing.
 */
export function computeAwards(
  open: OpenLedger,
  year: number,
  options: { readonly withRefused: boolean; readonly firmId?: number },
): AwardList {
  const items = computeItems(open, (ground) => yearOf(ground.on) === year, options.firmId).filter(
    (item) => options.withRefused || item.outcome === 'awarded',
  );
  const awarded = items.filter((item) => item.outcome === 'awarded');
  return {
    year,
    totalFen: awarded.reduce((sum, item) => sum + item.amountFen, 0),
    awardedCount: awarded.length,
    items,
    byClause: open.pack.clauses
      .filter((clause) => clause.trigger.kind === 'title')
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
  return computeItems(open, () => true, firmId).reverse();
}

function computeItems(
  open: OpenLedger,
  wanted: (ground: TitleGround) => boolean,
  firmId: number | undefined,
): AwardItem[] {
  const { ledger, pack } = open;
  const settings = policySettings(open);
  const stored = new Map(listAwards(ledger.read).map((award) => [awardKey(award), award]));
  const all: FoundAward[] = [];
  for (const [id, events] of eventsByFirm(titleBook(ledger.read, pack).events, firmId)) {
    for (const clause of pack.clauses) {
      for (const ground of titleGrounds(clause, events)) {
        all.push({
          clause,
          ground,
          evaluation: evaluate(clause, ground.facts, ground.on, { settings, origins: ground.origins }),
          firmId: id,
        });
      }
    }
  }
  const settled = settleFound(all, pack, settings);
  const found = all
    .map((each, index) => ({ ...each, settlement: settled[index] }))
    .filter(({ ground }) => wanted(ground));
  const heads = firmHeads(ledger.read, [...new Set(found.map((each) => each.firmId))]);
  const streets = new Map(pack.streets.map((street) => [street.id, street.label]));
  return found
    .map(({ clause, ground, evaluation, settlement, firmId: id }) => {
      const head = heads.get(id);
      const item = presentAward(clause, ground, evaluation, settlement);
      const kept = stored.get(awardKey({ firmId: id, clauseId: clause.id, groundKey: item.groundKey }));
      return {
        ...item,
        firmId: id,
        firm: head?.name ?? '',
        code: head?.code ?? null,
        streetLabel: head?.streetId == null ? null : (streets.get(head.streetId) ?? head.streetId),
        stored: compareStored(kept, item),
      };
    })
    .sort(
      (a, b) => compareText(a.eventOn, b.eventOn) || a.firmId - b.firmId || compareText(a.clause, b.clause),
    );
}

function presentAward(
  clause: Clause,
  ground: TitleGround,
  evaluation: Evaluation,
  settlement: Settlement | undefined,
): Omit<AwardItem, 'firmId' | 'firm' | 'code' | 'streetLabel' | 'stored'> {
  const amountFen = settlement?.payNow ?? 0;
  // What another award of the firm already covers is refused with the reason, not listed as an award of nothing.
  const covered = evaluation.outcome === 'awarded' && amountFen === 0;
  const beside = settlement !== undefined && settlement.competing.length > 1 ? settlement.why : [];
  return {
    clause: clause.id,
    clauseLabel: clause.title,
    reference: clause.reference.text,
    year: yearOf(ground.on),
    ground: ground.label,
    groundKey: ground.key,
    titleId: ground.titleId,
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

/** What makes an award one award: the firm, the clause, the ground. */
function awardKey(award: {
  readonly firmId: number;
  readonly clauseId: string;
  readonly groundKey: string;
}): string {
  return `${award.firmId}/${award.clauseId}/${award.groundKey}`;
}

function compareStored(
  kept: Pick<StoredAward, 'amountFen' | 'outcome'> | undefined,
  item: { readonly amountFen: number; readonly outcome: string },
): 'no' | 'same' | 'differs' {
  if (kept === undefined) return 'no';
  return kept.amountFen === item.amountFen && kept.outcome === item.outcome ? 'same' : 'differs';
}

function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
