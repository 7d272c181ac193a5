import type { z } from 'zod';
import { listBudgets } from '#electron/db/tables/budgets.ts';
import { listClaims } from '#electron/db/tables/claims.ts';
import { placesOfFirms } from '#electron/db/tables/firms.ts';
import type { BoardMoneySchema } from '#shared/contract/methods/dashboard.ts';
import { isEnded } from '#shared/domain/claim.ts';
import { yearOf } from '#shared/domain/day.ts';
import type { Fen } from '#shared/domain/money.ts';
import { byChange } from './by-change.ts';
import type { OpenLedger } from './context.ts';
import type { PlaceFilter } from './dashboard.ts';
import { settledGrounds } from './settled-awards.ts';

type BoardMoney = z.output<typeof BoardMoneySchema>;

/** Years shown beside the asked one. */
const yearsBack = 3;

/** Tables that the computation and the claims are read from. */
const moneyTables = ['title_event', 'project', 'public_aid', 'claim', 'payment', 'pack_version'];

/** Money of one firm under one clause in one year, 分. */
export type MoneyLine = {
  readonly firmId: number;
  readonly clauseId: string;
  readonly year: number;
  readonly computedFen: Fen;
  readonly decidedFen: Fen;
  readonly paidFen: Fen;
  readonly awards: number;
};

/** All awards that the policy comes to, and all claims that run, whatever the year. */
const moneyBook = byChange(moneyTables, (db, open: OpenLedger) => {
  const computed = settledGrounds(open).flatMap(
    ({ firmId, clause, on, evaluation, settlement }): MoneyLine[] => {
      const computedFen = settlement?.payNow ?? 0;
      if (evaluation.outcome !== 'awarded' || computedFen === 0) return [];
      return [
        { firmId, clauseId: clause.id, year: yearOf(on), computedFen, decidedFen: 0, paidFen: 0, awards: 1 },
      ];
    },
  );
  const claimed = listClaims(db)
    .filter(({ state }) => !isEnded(state))
    .map(
      ({ firmId, clauseId, year, decidedFen, paidFen }): MoneyLine => ({
        firmId,
        clauseId,
        year,
        computedFen: 0,
        decidedFen: decidedFen ?? 0,
        paidFen,
        awards: 0,
      }),
    );
  return [...computed, ...claimed];
});

const placeBook = byChange([...moneyTables, 'firm'], (db, open: OpenLedger) =>
  placesOfFirms(db, [...new Set(moneyBook(db, open).map(({ firmId }) => firmId))]),
);

/** 奖补资金 of a year by clause and of the years before, for the whole district or for one part of it. */
export function boardMoney(
  open: OpenLedger,
  year: number,
  filter: PlaceFilter = { streetId: null, platformId: null, chainId: null },
): BoardMoney {
  const { read } = open.ledger;
  const whole = filter.streetId === null && filter.platformId === null && filter.chainId === null;
  const of = placeBook(read, open);
  const lines = moneyBook(read, open).filter(({ firmId }) => {
    const place = of.get(firmId);
    return (
      (filter.streetId === null || place?.streetId === filter.streetId) &&
      (filter.platformId === null || place?.platformId === filter.platformId) &&
      (filter.chainId === null || place?.chainId === filter.chainId)
    );
  });
  const budgets = new Map(listBudgets(read, year).map(({ clauseId, amountFen }) => [clauseId, amountFen]));
  const own = lines.filter((line) => line.year === year);
  const years = Array.from({ length: yearsBack + 1 }, (_, back) => year - yearsBack + back);
  return {
    year,
    totalFen: sumOf(own).computedFen,
    count: sumOfMoney(own).awards,
    clauses: open.pack.clauses
      .map(({ id, title }) => ({
        clause: id,
        label: title,
        budgetFen: whole ? (budgets.get(id) ?? null) : null,
        ...sumOf(own.filter(({ clauseId }) => clauseId === id)),
      }))
      .filter(
        ({ budgetFen, computedFen, decidedFen }) => (budgetFen ?? 0) > 0 || computedFen > 0 || decidedFen > 0,
      ),
    years: years.map((each) => ({ year: each, ...sumOf(lines.filter((line) => line.year === each)) })),
  };
}

/** The lines of one year of the whole district, for figures that tell the firms apart. */
export function moneyOfYear(open: OpenLedger, year: number): readonly MoneyLine[] {
  return moneyBook(open.ledger.read, open).filter((line) => line.year === year);
}

/** Sums with the number of awards. */
export function sumOfMoney(
  lines: readonly MoneyLine[],
): Pick<MoneyLine, 'computedFen' | 'decidedFen' | 'paidFen' | 'awards'> {
  return { ...sumOf(lines), awards: lines.reduce((sum, { awards }) => sum + awards, 0) };
}

function sumOf(lines: readonly MoneyLine[]): Pick<MoneyLine, 'computedFen' | 'decidedFen' | 'paidFen'> {
  const sum = { computedFen: 0, decidedFen: 0, paidFen: 0 };
  for (const line of lines) {
    sum.computedFen += line.computedFen;
    sum.decidedFen += line.decidedFen;
    sum.paidFen += line.paidFen;
  }
  return sum;
}
