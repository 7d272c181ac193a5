import type { z } from 'zod';
import { countFirms, countFirmsByStreet, firmHeads } from '#electron/db/tables/firms.ts';
import type { DashboardSchema } from '#shared/contract/methods/goals.ts';
import { type Day, yearOf } from '#shared/domain/day.ts';
import type { Pack } from '#shared/policy/pack.ts';
import { expiringDays, expiringHoldings, firmsHolding, titleCounts } from '#shared/report/figures.ts';
import { computeAwards } from './awards.ts';
import type { OpenLedger } from './context.ts';
import { goalsOn } from './goals.ts';
import { type TitleBook, titleBook } from './title-holdings.ts';

type Dashboard = z.output<typeof DashboardSchema>;

/** Rows of the expiring list on the home page; the rest is behind its link. */
const expiringShown = 20;

/** Every figure of the home page and of report 1. */
export function computeDashboard(open: OpenLedger, asOf: Day): Dashboard {
  const { ledger, pack } = open;
  const book = titleBook(ledger.read, pack);
  const counts = countFirms(ledger.read);
  const awards = computeAwards(open, yearOf(asOf), { withRefused: false });
  const expiring = expiringHoldings(book.holdings, asOf, expiringDays);
  const shown = expiring.slice(0, expiringShown);
  const heads = firmHeads(
    ledger.read,
    shown.map(({ holding }) => holding.firmId),
  );
  const labels = new Map(pack.titles.map((title) => [title.id, title.short]));
  return {
    goals: goalsOn(open, asOf),
    ladder: pack.titles
      .filter((title) => title.ladder)
      .map((title) => ({
        titleId: title.id,
        label: title.short,
        ...titleCounts(book.holdings, [title.id], asOf),
      })),
    streets: streetRows(open, book, asOf),
    awards: { year: awards.year, totalFen: awards.totalFen, count: awards.awardedCount },
    expiring: shown.map(({ holding, until }) => ({
      firmId: holding.firmId,
      firm: heads.get(holding.firmId)?.name ?? '',
      titleLabel: labels.get(holding.titleId) ?? holding.titleId,
      until,
    })),
    expiringTotal: expiring.length,
    firmCount: counts.firms,
    sampleCount: counts.samples,
  };
}

/** One line for each street of the pack, and one for firms without a street if there are any. */
function streetRows({ ledger, pack }: OpenLedger, book: TitleBook, asOf: Day): Dashboard['streets'] {
  const { totals, streetOf } = countFirmsByStreet(ledger.read);
  const ladder = pack.titles.filter((title) => title.ladder);
  const stockByTitle = ladder.map((title) => ({
    titleId: title.id,
    byStreet: tally(firmsHolding(book.holdings, [title.id], 'stock', asOf), streetOf),
  }));
  return streetKeys(pack, totals).map(({ streetId, label }) => ({
    streetId,
    label,
    firms: totals.get(streetId) ?? 0,
    titles: stockByTitle.map(({ titleId, byStreet }) => ({ titleId, stock: byStreet.get(streetId) ?? 0 })),
  }));
}

function streetKeys(
  pack: Pack,
  totals: ReadonlyMap<string | null, number>,
): readonly { readonly streetId: string | null; readonly label: string }[] {
  const known: { streetId: string | null; label: string }[] = pack.streets.map(({ id, label }) => ({
    streetId: id,
    label,
  }));
  if ((totals.get(null) ?? 0) > 0) known.push({ streetId: null, label: '未填街道' });
  return known;
}

function tally(
  firmIds: ReadonlySet<number>,
  streetOf: ReadonlyMap<number, string | null>,
): ReadonlyMap<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const firmId of firmIds) {
    const street = streetOf.get(firmId) ?? null;
    counts.set(street, (counts.get(street) ?? 0) + 1);
  }
  return counts;
}
