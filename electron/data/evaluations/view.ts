import type { z } from 'zod';
import {
  type EvaluationResultRow,
  type EvaluationRow,
  getEvaluation,
  listDecisions,
  listResults,
} from '#electron/db/tables/evaluations.ts';
import { getFirms } from '#electron/db/tables/firms.ts';
import { assessmentsOfFirms, assessmentsOfYear } from '#electron/db/tables/self-assessments.ts';
import type { OutputOf } from '#shared/contract/api.ts';
import { AppError } from '#shared/contract/errors.ts';
import { EvaluationRuleSchema, IndicatorScoreSchema } from '#shared/contract/methods/evaluations.ts';
import type { Day } from '#shared/domain/day.ts';
import type { SelfAssessment } from '#shared/domain/self-assessment.ts';
import type { IndicatorScore } from '#shared/evaluation/score.ts';
import { stayOn } from '#shared/report/pools.ts';
import type { OpenLedger } from '../context.ts';
import { placeLabels } from '../labels.ts';
import { poolBook } from '../pool-book.ts';
import { poolRule } from '../pools.ts';
import { computeEvaluation, type EvaluatedFirm, membersOn } from './compute.ts';
import { ruleInForce, type ShownRule, showRule, weighted } from './rule.ts';

/** Which evaluation: pool, year, and the day it is looked at. */
export type EvaluationPlace = { readonly poolId: string; readonly year: number; readonly asOf: Day };
type View = OutputOf<'evaluations.get'>;
type Row = View['rows'][number];
type Items = readonly z.output<typeof IndicatorScoreSchema>[];

/** A row with the whole score behind it. */
type FullRow = { readonly row: Row; readonly items: Items; readonly now: Items | null };

/** The evaluation of a pool and year: as published, or as it would be today. Best first. */
export function viewEvaluation(open: OpenLedger, place: EvaluationPlace): View {
  const { label } = poolRule(open, place.poolId);
  const head = getEvaluation(open.ledger.read, place.poolId, place.year);
  const { rule, rows } = head === undefined ? running(open, place) : published(open, place, head);
  return {
    poolId: place.poolId,
    year: place.year,
    poolLabel: label,
    rule,
    membersOn: membersOn(place.year, head?.asOf ?? place.asOf),
    published:
      head === undefined
        ? null
        : { on: head.publishedOn, asOf: head.asOf, document: head.document, ruleVersion: head.ruleVersion },
    rows: rows.map(({ row }) => row),
    selfAssessed: assessmentsOfYear(open.ledger.read, place.year)
      .filter(({ firmId }) => rows.some(({ row }) => row.firmId === firmId))
      .map(({ firmId, grade }) => ({ firmId, grade })),
  };
}

/** One firm of an evaluation with its inputs. Throws `not-found`. */
export function viewFirm(
  open: OpenLedger,
  place: EvaluationPlace,
  firmId: number,
): OutputOf<'evaluations.firm'> {
  const head = getEvaluation(open.ledger.read, place.poolId, place.year);
  const { rows } = head === undefined ? running(open, place) : published(open, place, head);
  const found = rows.find(({ row }) => row.firmId === firmId);
  if (found === undefined) throw new AppError('not-found');
  const own = assessmentsOfFirms(open.ledger.read, [firmId]).find(({ year }) => year === place.year);
  return {
    row: found.row,
    items: [...found.items],
    selfAssessment: own === undefined ? null : wordsOf(own),
    now: found.now === null ? null : [...found.now],
  };
}

function wordsOf({ filledOn, grade, achievements, difficulties, nextSteps }: SelfAssessment) {
  return { filledOn, grade, achievements, difficulties, nextSteps };
}

type Rows = { readonly rule: ShownRule | null; readonly rows: readonly FullRow[] };

function running(open: OpenLedger, place: EvaluationPlace): Rows {
  const inForce = ruleInForce(open, place.poolId);
  if (inForce === undefined) return { rule: null, rows: [] };
  const before = previousOf(open, place);
  const { streets } = placeLabels(open.pack);
  const rows = computeEvaluation(open, inForce.rule, place).map((each): FullRow => {
    const { firm, stage, score, decision, outcome } = each;
    const { name, code, streetId } = firm.fields;
    return {
      row: {
        firmId: firm.id,
        firm: name,
        code,
        streetLabel: streetId === null ? null : (streets.get(streetId) ?? streetId),
        stage,
        low: score.low,
        high: score.high,
        ...outcome,
        reason: decision?.reason ?? null,
        missing: [...score.missing],
        items: pointsOf(score.items),
        previous: before.get(firm.id) ?? null,
        appeal: decision?.appeal ?? null,
        appealResult: decision?.appealResult ?? null,
        left: false,
        recomputed: null,
      },
      items: copyItems(score.items),
      now: null,
    };
  });
  return { rule: showRule(open.pack, inForce), rows: [...rows].sort(byRank) };
}

function published(open: OpenLedger, place: EvaluationPlace, head: EvaluationRow): Rows {
  const rule = EvaluationRuleSchema.parse(JSON.parse(head.rule));
  const results = listResults(open.ledger.read, head.id);
  const ids = results.map(({ firmId }) => firmId);
  const context = {
    firms: new Map(getFirms(open.ledger.read, ids).map((firm) => [firm.id, firm.fields])),
    streets: placeLabels(open.pack).streets,
    before: previousOf(open, place),
    decisions: new Map(
      listDecisions(open.ledger.read, place.poolId, place.year).map((row) => [row.firmId, row]),
    ),
    members: new Set(
      stayOn(
        poolBook(open.ledger.read).stays.filter((stay) => stay.poolId === place.poolId),
        later(place.asOf, head.asOf),
      ).map((stay) => stay.firmId),
    ),
    today: new Map(recompute(open, place, head, rule).map((each) => [each.firm.id, each])),
  };
  return { rule, rows: results.map((result) => publishedRow(result, context)) };
}

/** Who was in on the day of the list is in until an exit of a later day. */
function later(a: Day, b: Day): Day {
  return a < b ? b : a;
}

type PublishedContext = {
  readonly firms: ReadonlyMap<number, { readonly code: string | null; readonly streetId: string | null }>;
  readonly streets: ReadonlyMap<string, string>;
  readonly before: ReadonlyMap<number, Row['previous']>;
  readonly decisions: ReadonlyMap<
    number,
    { readonly appeal: string | null; readonly appealResult: string | null }
  >;
  readonly members: ReadonlySet<number>;
  readonly today: ReadonlyMap<number, EvaluatedFirm>;
};

function publishedRow(result: EvaluationResultRow, context: PublishedContext): FullRow {
  const { firmId, nameAt, items: json, ...rest } = result;
  const items = IndicatorScoreSchema.array().parse(JSON.parse(json));
  const firm = context.firms.get(firmId);
  const decision = context.decisions.get(firmId);
  const today = context.today.get(firmId)?.score;
  const differs = today !== undefined && (today.low !== result.low || today.high !== result.high);
  const streetId = firm?.streetId ?? null;
  return {
    row: {
      ...rest,
      firmId,
      firm: nameAt,
      code: firm?.code ?? null,
      streetLabel: streetId === null ? null : (context.streets.get(streetId) ?? streetId),
      missing: [...new Set(items.flatMap((item) => item.missing))],
      items: pointsOf(items),
      previous: context.before.get(firmId) ?? null,
      appeal: decision?.appeal ?? null,
      appealResult: decision?.appealResult ?? null,
      left: !context.members.has(firmId),
      recomputed: differs ? { low: today.low, high: today.high } : null,
    },
    items,
    now: differs ? copyItems(today.items) : null,
  };
}

/** What today's figures give by the weights that were published, for the same members. */
function recompute(
  open: OpenLedger,
  { poolId, year }: EvaluationPlace,
  head: EvaluationRow,
  rule: ShownRule,
): readonly EvaluatedFirm[] {
  const own = poolRule(open, poolId).evaluation;
  if (own === null) return [];
  const weights = new Map(rule.indicators.map(({ id, weight }) => [id, weight]));
  const indicators = weighted(own.indicators, weights);
  return computeEvaluation(open, { ...own, indicators }, { poolId, year, asOf: head.asOf });
}

/** The published results of the year before, by firm. */
function previousOf(
  open: OpenLedger,
  { poolId, year }: EvaluationPlace,
): ReadonlyMap<number, Row['previous']> {
  const head = getEvaluation(open.ledger.read, poolId, year - 1);
  if (head === undefined) return new Map();
  return new Map(
    listResults(open.ledger.read, head.id).map(({ firmId, points, grade, rank }) => [
      firmId,
      { points, grade, rank },
    ]),
  );
}

function pointsOf(items: readonly Pick<IndicatorScore, 'low' | 'high'>[]): (number | null)[] {
  return items.map(({ low, high }) => (low === high ? low : null));
}

function copyItems(items: readonly IndicatorScore[]): Items {
  return items.map((item) => ({
    ...item,
    inputs: item.inputs.map((input) => ({ ...input })),
    missing: [...item.missing],
  }));
}

/** By rank; then those that wait for data, by what they have for sure; those that take no part last. */
function byRank(a: FullRow, b: FullRow): number {
  const order = ({ row }: FullRow) => (row.rank !== null ? 0 : row.standing === 'missing' ? 1 : 2);
  return (
    order(a) - order(b) ||
    (a.row.rank ?? 0) - (b.row.rank ?? 0) ||
    b.row.low - a.row.low ||
    a.row.firmId - b.row.firmId
  );
}
