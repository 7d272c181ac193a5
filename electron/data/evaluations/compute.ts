import { type DecisionRow, listDecisions } from '#electron/db/tables/evaluations.ts';
import type { FirmRecord } from '#electron/db/tables/firm-row.ts';
import { listYearsOfFirms } from '#electron/db/tables/firm-years.ts';
import { getFirms } from '#electron/db/tables/firms.ts';
import type { Subject } from '#shared/diagnosis/subject.ts';
import type { Day } from '#shared/domain/day.ts';
import type { FirmYear } from '#shared/domain/firm-year.ts';
import { type EvaluationOutcome, rankFirms } from '#shared/evaluation/rank.ts';
import type { EvaluationRule } from '#shared/evaluation/rule.ts';
import { evaluateFirm, type FirmScore } from '#shared/evaluation/score.ts';
import { spanOn } from '#shared/report/figures.ts';
import { stayOn } from '#shared/report/pools.ts';
import type { OpenLedger } from '../context.ts';
import { titleLabel } from '../labels.ts';
import { poolBook } from '../pool-book.ts';
import { titleBook } from '../title-holdings.ts';

/** One member as it is evaluated. */
export type EvaluatedFirm = {
  readonly firm: FirmRecord;
  readonly stage: string;
  readonly score: FirmScore;
  readonly decision: DecisionRow | null;
  readonly outcome: EvaluationOutcome;
};

/** Day on which the members of a year are counted: its last, or the day asked while the year still runs. */
export function membersOn(year: number, asOf: Day): Day {
  const last = `${year}-12-31`;
  return asOf < last ? asOf : last;
}

/**
 * Evaluates the members of a pool for a year: those in it at the end of the year and still in it on the day.
 * Only figures up to the year count, so that later statements do not move an old year.
 */
export function computeEvaluation(
  open: OpenLedger,
  rule: EvaluationRule,
  { poolId, year, asOf }: { readonly poolId: string; readonly year: number; readonly asOf: Day },
): readonly EvaluatedFirm[] {
  const db = open.ledger.read;
  const stays = poolBook(db).stays.filter((stay) => stay.poolId === poolId);
  const on = membersOn(year, asOf);
  const still = new Set(stayOn(stays, asOf).map((stay) => stay.firmId));
  const members = stayOn(stays, on).filter((stay) => still.has(stay.firmId));
  const ids = members.map((stay) => stay.firmId);
  const firms = new Map(getFirms(db, ids).map((firm) => [firm.id, firm]));
  const years = yearsOf(listYearsOfFirms(db, ids), year);
  const decisions = new Map(listDecisions(db, poolId, year).map((row) => [row.firmId, row]));
  const { byFirm } = titleBook(db, open.pack);
  const nameOf = (titleId: string) => titleLabel(open.pack, titleId);
  const scored = members.flatMap(({ firmId, stage }) => {
    const firm = firms.get(firmId);
    if (firm === undefined) return [];
    const held = (byFirm.get(firmId) ?? []).filter((holding) => spanOn(holding, on) !== undefined);
    const subject: Subject = {
      day: `${year + 1}-01-01`,
      registeredOn: firm.fields.registeredOn,
      scale: firm.fields.scale,
      titleIds: new Set(held.map(({ titleId }) => titleId)),
      years: years.get(firmId) ?? new Map(),
    };
    const score = evaluateFirm(rule.indicators, subject, nameOf);
    return [{ firm, stage, score, decision: decisions.get(firmId) ?? null }];
  });
  const outcomes = rankFirms(
    scored.map(({ score, decision }) => ({ low: score.low, high: score.high, decision })),
    rule.grades,
  );
  return scored.flatMap((each, index) => {
    const outcome = outcomes[index];
    return outcome === undefined ? [] : [{ ...each, outcome }];
  });
}

function yearsOf(years: readonly FirmYear[], last: number): ReadonlyMap<number, Map<number, FirmYear>> {
  const byFirm = new Map<number, Map<number, FirmYear>>();
  for (const year of years) {
    if (year.year > last) continue;
    const own = byFirm.get(year.firmId) ?? new Map<number, FirmYear>();
    own.set(year.year, year);
    byFirm.set(year.firmId, own);
  }
  return byFirm;
}
