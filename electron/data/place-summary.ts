import { newestEvaluation } from '#electron/db/tables/evaluations.ts';
import { countFirmsByPlaces, type FirmPlaces, placesOfFirms } from '#electron/db/tables/firms.ts';
import type { Day } from '#shared/domain/day.ts';
import { firmsHolding, holdingsByTitle } from '#shared/report/figures.ts';
import type { PlaceLine, PlaceSummary } from '#shared/report/streets-report.ts';
import { type MoneyLine, moneyOfYear, sumOfMoney } from './board-money.ts';
import type { OpenLedger } from './context.ts';
import { allHoldings } from './pool-book.ts';

/** Firms of the whole district by what they count for, before they are told apart by place. */
type Counted = {
  readonly titled: ReadonlySet<number>;
  readonly titles: readonly {
    readonly stock: ReadonlySet<number>;
    readonly newThisYear: ReadonlySet<number>;
  }[];
  readonly pools: readonly ReadonlySet<number>[];
  /** A firm graded in two pools is there twice. */
  readonly grades: readonly (readonly number[])[];
  readonly money: readonly MoneyLine[];
};

/** The figures of 街道、平台汇总表: titles and pools at the day, money of the year. */
export function placeSummary(open: OpenLedger, asOf: Day, year: number): PlaceSummary {
  const { pack, ledger } = open;
  const holdings = allHoldings(open);
  const byTitle = holdingsByTitle(holdings);
  const rungs = pack.titles.filter((title) => title.ladder);
  const holding = (id: string, view: 'stock' | 'newInYear') =>
    firmsHolding(byTitle.get(id) ?? [], [id], view, asOf);
  const published = pack.pools.flatMap(({ id, label }) => {
    const found = newestEvaluation(ledger.read, id, asOf);
    return found === undefined ? [] : [{ ...found, label }];
  });
  const gradeLabels = [...new Set(published.flatMap(({ grades }) => grades))];
  const results = published.flatMap((each) => each.results);
  const counted: Counted = {
    titled: firmsHolding(
      holdings,
      rungs.map(({ id }) => id),
      'stock',
      asOf,
    ),
    titles: rungs.map(({ id }) => ({ stock: holding(id, 'stock'), newThisYear: holding(id, 'newInYear') })),
    pools: pack.pools.map(({ id }) => holding(id, 'stock')),
    grades: gradeLabels.map((label) =>
      results.filter(({ grade }) => grade === label).map(({ firmId }) => firmId),
    ),
    money: moneyOfYear(open, year),
  };
  const ids = [...holdings, ...results, ...counted.money].map(({ firmId }) => firmId);
  const placeOf = placesOfFirms(ledger.read, [...new Set(ids)]);
  const groups = countFirmsByPlaces(ledger.read);
  return {
    titleLabels: rungs.map(({ short }) => short),
    poolLabels: pack.pools.map(({ label }) => label),
    gradeLabels,
    evaluations: published.map(({ label, year: of }) => ({ label, year: of })),
    streets: linesOf(pack.streets, 'streetId', '未填街道', { counted, placeOf, groups }),
    platforms: linesOf(pack.platforms, 'platformId', '不在平台', { counted, placeOf, groups }),
  };
}

type Source = {
  readonly counted: Counted;
  readonly placeOf: ReadonlyMap<number, FirmPlaces>;
  readonly groups: ReturnType<typeof countFirmsByPlaces>;
};

/** One line for each place of the pack, and one for firms of which it is not known if there are any. */
function linesOf(
  known: readonly { readonly id: string; readonly label: string }[],
  key: 'streetId' | 'platformId',
  unknown: string,
  { counted, placeOf, groups }: Source,
): PlaceLine[] {
  const places: { readonly id: string | null; readonly label: string }[] = [...known];
  if (groups.some((group) => group[key] === null)) places.push({ id: null, label: unknown });
  const tally = (firmIds: Iterable<number>) => {
    const counts = new Map<string | null, number>();
    for (const firmId of firmIds) {
      const place = placeOf.get(firmId)?.[key] ?? null;
      counts.set(place, (counts.get(place) ?? 0) + 1);
    }
    return counts;
  };
  const titles = counted.titles.map(({ stock, newThisYear }) => ({
    stock: tally(stock),
    newThisYear: tally(newThisYear),
  }));
  const titled = tally(counted.titled);
  const pools = counted.pools.map(tally);
  const grades = counted.grades.map(tally);
  return places.map(({ id, label }) => ({
    id,
    label,
    firms: groups.reduce((sum, group) => sum + (group[key] === id ? group.firms : 0), 0),
    titled: titled.get(id) ?? 0,
    titles: titles.map(({ stock, newThisYear }) => ({
      stock: stock.get(id) ?? 0,
      newThisYear: newThisYear.get(id) ?? 0,
    })),
    pools: pools.map((pool) => pool.get(id) ?? 0),
    grades: grades.map((grade) => grade.get(id) ?? 0),
    ...sumOfMoney(counted.money.filter(({ firmId }) => (placeOf.get(firmId)?.[key] ?? null) === id)),
  }));
}
