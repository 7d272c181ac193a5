import { type Day, yearOf } from '#shared/domain/day.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { Clause } from './clause.ts';
import { evaluate } from './evaluate.ts';
import type { Facts } from './fact.ts';
import type { PolicySettings } from './in-force.ts';
import {
  effectiveGroups,
  type OverlapClaim,
  type OverlapSubject,
  type PaidMoney,
  settle,
} from './overlap.ts';
import type { Pack } from './pack.ts';

/** One case to compute: a firm, a clause, a day, its facts. */
export type PolicyCase = {
  readonly clause: Clause;
  readonly on: Day;
  readonly facts: Facts;
  readonly label: string;
  readonly subject: OverlapSubject;
  /** Street id of the firm; null when not known. */
  readonly streetId: string | null;
};

/** What is assumed (测算假设): figures by clause and parameter, and outcomes of overlap groups as settings. */
export type Assumption = {
  /** By clause id, then by parameter name: 分, ppm or the counted unit. */
  readonly overrides: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Settings in place of those of the database, such as `overlap.title-ladder`. */
  readonly settings: PolicySettings;
};

/** Money and number of awards under the rules of today and under the assumption. */
export type ComparedLine = {
  readonly key: string;
  readonly todayFen: Fen;
  readonly assumedFen: Fen;
  readonly todayCount: number;
  readonly assumedCount: number;
};

/** Both computations side by side; every list adds up to the total. */
export type Comparison = {
  readonly total: ComparedLine;
  readonly byClause: readonly ComparedLine[];
  readonly byStreet: readonly ComparedLine[];
  readonly byYear: readonly ComparedLine[];
  readonly byFirm: readonly ComparedLine[];
};

/**
 * 测算: what all cases come to together under the rules of today and under the assumption. Pure: the pack stays as it
 * is, nothing is written. Amounts are those after 从优从高不重复 and public money got elsewhere, before what the district
 * itself paid; a ceiling counts in full. All cases are settled together, since awards compete across years.
 * @param wanted which of the cases are added up, such as those of one year
 */
export function compareRules(
  pack: Pack,
  cases: readonly PolicyCase[],
  assumption: Assumption,
  {
    settings,
    paid,
    wanted = () => true,
  }: {
    readonly settings: PolicySettings;
    readonly paid: readonly PaidMoney[];
    readonly wanted?: (each: PolicyCase) => boolean;
  },
): Comparison {
  const today = cases.map((each) => amountOf(each, settings));
  const assumedSettings = { ...settings, ...assumption.settings };
  const assumed = cases.map((each, i) => {
    const overrides = assumption.overrides[each.clause.id];
    return overrides === undefined ? (today[i] ?? 0) : amountOf(each, settings, overrides);
  });
  const rows = {
    today: settled(pack, cases, today, settings, paid),
    assumed: settled(pack, cases, assumed, assumedSettings, paid),
  };
  const by = (key: (each: PolicyCase) => string) => grouped(cases, rows, wanted, key);
  return {
    total: by(() => 'total')[0] ?? emptyLine('total'),
    byClause: by((each) => each.clause.id),
    byStreet: by((each) => each.streetId ?? ''),
    byYear: by((each) => String(yearOf(each.on))),
    byFirm: by((each) => String(each.subject.firmId)),
  };
}

function amountOf(
  each: PolicyCase,
  settings: PolicySettings,
  overrides?: Readonly<Record<string, number>>,
): Fen {
  const options = overrides === undefined ? { settings } : { settings, overrides };
  const result = evaluate(each.clause, each.facts, each.on, options);
  return result.outcome === 'awarded' ? result.amount : 0;
}

/** What is left of each amount beside the others; the only award of a firm without other money has nothing beside it. */
function settled(
  pack: Pack,
  cases: readonly PolicyCase[],
  amounts: readonly Fen[],
  settings: PolicySettings,
  paid: readonly PaidMoney[],
): readonly Fen[] {
  const aided = new Set(paid.map(({ subject }) => subject.firmId));
  const awards = new Map<number, number>();
  for (const [i, { subject }] of cases.entries())
    if ((amounts[i] ?? 0) > 0) awards.set(subject.firmId, (awards.get(subject.firmId) ?? 0) + 1);
  const result = cases.map(() => 0);
  const claims: OverlapClaim[] = [];
  for (const [i, each] of cases.entries()) {
    const amount = amounts[i] ?? 0;
    if (amount === 0) continue;
    if (awards.get(each.subject.firmId) === 1 && !aided.has(each.subject.firmId)) {
      result[i] = amount;
      continue;
    }
    claims.push({
      id: String(i),
      clauseId: each.clause.id,
      label: each.label,
      groupId: each.clause.overlap?.id ?? null,
      subject: each.subject,
      on: each.on,
      amount,
    });
  }
  for (const { claimId, payNow } of settle(claims, effectiveGroups(pack.overlapGroups, settings), paid)) {
    result[Number(claimId)] = payNow;
  }
  return result;
}

type Rows = { readonly today: readonly Fen[]; readonly assumed: readonly Fen[] };

function grouped(
  cases: readonly PolicyCase[],
  rows: Rows,
  wanted: (each: PolicyCase) => boolean,
  keyOf: (each: PolicyCase) => string,
): readonly ComparedLine[] {
  const lines = new Map<string, Tally>();
  for (const [i, each] of cases.entries()) {
    if (!wanted(each)) continue;
    const key = keyOf(each);
    const line = lines.get(key) ?? emptyLine(key);
    lines.set(key, line);
    const [today, assumed] = [rows.today[i] ?? 0, rows.assumed[i] ?? 0];
    line.todayFen += today;
    line.assumedFen += assumed;
    line.todayCount += Number(today > 0);
    line.assumedCount += Number(assumed > 0);
  }
  return [...lines.values()]
    .filter((line) => line.todayFen > 0 || line.assumedFen > 0)
    .sort((a, b) => (a.key < b.key ? -1 : 1));
}

type Tally = { -readonly [Key in keyof ComparedLine]: ComparedLine[Key] };

function emptyLine(key: string): Tally {
  return { key, todayFen: 0, assumedFen: 0, todayCount: 0, assumedCount: 0 };
}
