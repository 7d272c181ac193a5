import type { z } from 'zod';
import { newestEvaluation } from '#electron/db/tables/evaluations.ts';
import { countFirmsByPlaces, type FirmPlaces, firmHeads, placesOfFirms } from '#electron/db/tables/firms.ts';
import type { DashboardSchema, PlaceFilterSchema } from '#shared/contract/methods/dashboard.ts';
import { type Day, yearOf } from '#shared/domain/day.ts';
import { endingByMonth, flowRows, poolRows } from '#shared/report/board.ts';
import {
  expiringDays,
  expiringHoldings,
  firmsHolding,
  holdingsByTitle,
  type TitleHolding,
  titleCounts,
} from '#shared/report/figures.ts';
import { boardMoney } from './board-money.ts';
import { byChange } from './by-change.ts';
import type { OpenLedger } from './context.ts';
import { filteredGoals } from './goals.ts';
import { titleLabel } from './labels.ts';
import { allHoldings, poolBook } from './pool-book.ts';
import { titleBook } from './title-holdings.ts';

type Dashboard = z.output<typeof DashboardSchema>;
/** Firms of one street, platform and chain; null leaves it open. */
export type PlaceFilter = z.output<typeof PlaceFilterSchema>;

/** The whole district. */
const everywhere: PlaceFilter = { streetId: null, platformId: null, chainId: null };
/** Rows of the expiring list on the home page; the rest is behind its link. */
const expiringShown = 20;
/** Years of the flow, the running one included. */
const flowYears = 4;

/** Firms by where they belong, and where each firm belongs that has a title or was in a pool. */
const placeBook = byChange(['firm', 'title_event', 'pool_event'], (db, open: OpenLedger) => ({
  groups: countFirmsByPlaces(db),
  of: placesOfFirms(db, [...new Set(allHoldings(open).map(({ firmId }) => firmId))]),
}));

/** What report 1 is written from: the home page of the whole district, with the money of the year. */
export function progressFigures(
  open: OpenLedger,
  asOf: Day,
): Dashboard & { readonly awards: ReturnType<typeof boardMoney> } {
  return { ...computeDashboard(open, asOf), awards: boardMoney(open, yearOf(asOf)) };
}

/** Every figure of the home page but the money, of the whole district or of one part of it. */
export function computeDashboard(open: OpenLedger, asOf: Day, filter: PlaceFilter = everywhere): Dashboard {
  const { ledger, pack } = open;
  const places = placeBook(ledger.read, open);
  const fits = placeTest(places.of, filter);
  const whole = Object.values(filter).every((id) => id === null);
  const holdings = whole ? allHoldings(open) : allHoldings(open).filter(({ firmId }) => fits(firmId));
  const byTitle = holdingsByTitle(holdings);
  const rungs = pack.titles.filter((title) => title.ladder);
  const groups = places.groups.filter((group) => matches(group, filter));
  const stays = poolBook(ledger.read).stays.filter(({ firmId }) => whole || fits(firmId));
  const titles = titleBook(ledger.read, pack).holdings.filter(({ firmId }) => whole || fits(firmId));
  const expiring = expiringHoldings(titles, asOf, expiringDays);
  const holders = rungs.map(({ id }) => ({
    titleId: id,
    firmIds: firmsHolding(byTitle.get(id) ?? [], [id], 'stock', asOf),
  }));
  const board: Board = { open, asOf, byTitle, holders, groups, placeOf: places.of };
  const years = Array.from({ length: flowYears }, (_, back) => yearOf(asOf) - flowYears + 1 + back);
  return {
    goals: filteredGoals(open, asOf, holdings, filter),
    ladder: rungs.map(({ id, short }) => ({
      titleId: id,
      label: short,
      ...titleCounts(holdings, [id], asOf),
    })),
    flow: flowRows(rungs, byTitle, years, asOf),
    streets: placeRows(board, pack.streets, 'streetId', '未填街道'),
    platforms: placeRows(board, pack.platforms, 'platformId', '不在平台'),
    chains: placeRows(board, pack.chains, 'chainId', '未填产业链'),
    pools: poolRows(pack.pools, stays, asOf),
    calendar: endingByMonth(rungs, byTitle, asOf),
    grades: pack.pools.map(({ id, label }) =>
      gradesOf(open, { id, label }, asOf, (firmId) => whole || fits(firmId)),
    ),
    scorecard: scorecard(board, expiring),
    expiring: expiringList(open, expiring.slice(0, expiringShown)),
    expiringTotal: expiring.length,
    firmCount: groups.reduce((sum, { firms }) => sum + firms, 0),
    sampleCount: groups.reduce((sum, { samples }) => sum + samples, 0),
  };
}

/** What the parts of the home page are counted from. */
type Board = {
  readonly open: OpenLedger;
  readonly asOf: Day;
  readonly byTitle: ReadonlyMap<string, readonly TitleHolding[]>;
  /** Firms that hold each title of the ladder on the day. */
  readonly holders: readonly { readonly titleId: string; readonly firmIds: ReadonlySet<number> }[];
  readonly groups: readonly (FirmPlaces & { readonly firms: number })[];
  readonly placeOf: ReadonlyMap<number, FirmPlaces>;
};

function matches(place: FirmPlaces, filter: PlaceFilter): boolean {
  return placeKeys.every((key) => filter[key] === null || place[key] === filter[key]);
}

const placeKeys = ['streetId', 'platformId', 'chainId'] as const;

/** Whether a firm with a title or a stay belongs to the part that is shown. */
function placeTest(
  placeOf: ReadonlyMap<number, FirmPlaces>,
  filter: PlaceFilter,
): (firmId: number) => boolean {
  return (firmId) => {
    const place = placeOf.get(firmId);
    return place !== undefined && matches(place, filter);
  };
}

/** One line for each place of the pack, and one for firms of which it is not known if there are any. */
function placeRows(
  board: Board,
  known: readonly { readonly id: string; readonly label: string }[],
  key: keyof FirmPlaces,
  unknown: string,
): Dashboard['streets'] {
  const firms = new Map<string | null, number>();
  for (const group of board.groups) firms.set(group[key], (firms.get(group[key]) ?? 0) + group.firms);
  const stocks = board.holders.map(({ titleId, firmIds }) => ({
    titleId,
    byPlace: tally(board, firmIds, key),
  }));
  const lines: { readonly id: string | null; readonly label: string }[] = [...known];
  if (firms.has(null)) lines.push({ id: null, label: unknown });
  return lines.map(({ id, label }) => ({
    placeId: id,
    label,
    firms: firms.get(id) ?? 0,
    titles: stocks.map(({ titleId, byPlace }) => ({ titleId, stock: byPlace.get(id) ?? 0 })),
  }));
}

function tally(
  { placeOf }: Board,
  firmIds: Iterable<number>,
  key: keyof FirmPlaces,
): ReadonlyMap<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const firmId of firmIds) {
    const place = placeOf.get(firmId)?.[key] ?? null;
    counts.set(place, (counts.get(place) ?? 0) + 1);
  }
  return counts;
}

/** 街道记分: what each street of the district has and what waits in it. */
function scorecard(board: Board, expiring: ReturnType<typeof expiringHoldings>): Dashboard['scorecard'] {
  const { open, asOf, byTitle, groups } = board;
  const { measures, streets, pools } = open.pack;
  const titleIds = measures.find(({ counts }) => counts === 'titles')?.titleIds ?? [];
  const own = titleIds.flatMap((id) => byTitle.get(id) ?? []);
  const pooled = pools.flatMap(({ id }) => byTitle.get(id) ?? []);
  const poolIds = pools.map(({ id }) => id);
  const holders = tally(board, firmsHolding(own, titleIds, 'stock', asOf), 'streetId');
  const added = tally(board, firmsHolding(own, titleIds, 'newInYear', asOf), 'streetId');
  const members = tally(board, firmsHolding(pooled, poolIds, 'stock', asOf), 'streetId');
  const ending = tally(
    board,
    expiring.map(({ holding }) => holding.firmId),
    'streetId',
  );
  const firms = new Map<string | null, number>();
  for (const group of groups) firms.set(group.streetId, (firms.get(group.streetId) ?? 0) + group.firms);
  return streets.map(({ id, label }) => ({
    streetId: id,
    label,
    firms: firms.get(id) ?? 0,
    holders: holders.get(id) ?? 0,
    newThisYear: added.get(id) ?? 0,
    expiring: ending.get(id) ?? 0,
    poolMembers: members.get(id) ?? 0,
  }));
}

function gradesOf(
  { ledger }: OpenLedger,
  pool: { readonly id: string; readonly label: string },
  asOf: Day,
  fits: (firmId: number) => boolean,
): Dashboard['grades'][number] {
  const published = newestEvaluation(ledger.read, pool.id, asOf);
  const counts = new Map<string, number>();
  for (const { firmId, grade } of published?.results ?? []) {
    if (fits(firmId)) counts.set(grade ?? '不参评', (counts.get(grade ?? '不参评') ?? 0) + 1);
  }
  const named = (published?.grades ?? []).map((grade) => ({ grade, firms: counts.get(grade) ?? 0 }));
  const rest = counts.get('不参评') ?? 0;
  return {
    poolId: pool.id,
    label: pool.label,
    year: published?.year ?? null,
    grades: rest === 0 ? named : [...named, { grade: '不参评', firms: rest }],
  };
}

function expiringList(
  { ledger, pack }: OpenLedger,
  shown: ReturnType<typeof expiringHoldings>,
): Dashboard['expiring'] {
  const heads = firmHeads(
    ledger.read,
    shown.map(({ holding }) => holding.firmId),
  );
  return shown.map(({ holding, until }) => ({
    firmId: holding.firmId,
    firm: heads.get(holding.firmId)?.name ?? '',
    titleLabel: titleLabel(pack, holding.titleId),
    until,
  }));
}
