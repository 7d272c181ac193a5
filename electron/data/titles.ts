import { firmsUpdatedIn } from '#electron/db/tables/firm-years.ts';
import { firmHeads } from '#electron/db/tables/firms.ts';
import type { OutputOf } from '#shared/contract/api.ts';
import { type Day, daysBetween, yearOf } from '#shared/domain/day.ts';
import type { Title } from '#shared/policy/pack.ts';
import { expiringHoldings, lapsedHoldings, titleCounts } from '#shared/report/figures.ts';
import { missingPrerequisites, reviewCohort, reviewResultText } from '#shared/report/title-reviews.ts';
import { openUpdates, updateDueDay } from '#shared/report/yearly-updates.ts';
import type { OpenLedger } from './context.ts';
import { placeLabels, titleLabel } from './labels.ts';
import { titleBook } from './title-holdings.ts';

/** Years of the overview, the year of the day included. */
const yearsShown = 6;
/** How long a title that ended without a review stays on the list. */
const lapsedDays = 365;

/** Every title of the pack with its counts. */
export function titleOverview(open: OpenLedger, asOf: Day): OutputOf<'titles.overview'> {
  const { pack, ledger } = open;
  const { holdings } = titleBook(ledger.read, pack);
  const years = Array.from({ length: yearsShown }, (_, index) => yearOf(asOf) - yearsShown + 1 + index);
  return {
    asOf,
    years,
    titles: pack.titles.map((title) => ({
      ...describeTitle(title, open, yearOf(asOf)),
      ...titleCounts(holdings, [title.id], asOf),
      byYear: years.map((year) => {
        const counts = titleCounts(holdings, [title.id], year === yearOf(asOf) ? asOf : `${year}-12-31`);
        return { added: counts.newThisYear, stock: counts.stock };
      }),
    })),
  };
}

/** What ends soon, what ended without a review, who owes the yearly update, and who lacks the prerequisite. */
export function titleCalendar(open: OpenLedger, asOf: Day, days: number): OutputOf<'titles.calendar'> {
  const { pack, ledger } = open;
  const book = titleBook(ledger.read, pack);
  const due = ({ holding, until }: ReturnType<typeof expiringHoldings>[number]) => ({
    firmId: holding.firmId,
    titleId: holding.titleId,
    until,
    daysLeft: daysBetween(asOf, until),
  });
  return {
    expiring: withHeads(open, expiringHoldings(book.holdings, asOf, days).map(due)),
    updates: withHeads(
      open,
      openUpdates(book.byFirm, pack.titles, firmsUpdatedIn(ledger.read, yearOf(asOf)), asOf).map((each) => ({
        ...each,
        overdue: each.by < asOf,
      })),
    ),
    lapsed: withHeads(open, lapsedHoldings(book.holdings, asOf, lapsedDays).map(due)),
    withoutPrerequisite: withHeads(
      open,
      missingPrerequisites(book.byFirm, pack.titles, asOf).map(({ requires, ...each }) => ({
        ...each,
        requires: requires.map((id) => titleLabel(pack, id)),
      })),
    ),
  };
}

/** The review cohort of a year. */
export function titleCohort(open: OpenLedger, year: number, asOf: Day): OutputOf<'titles.cohort'> {
  const { pack, ledger } = open;
  const cases = reviewCohort(titleBook(ledger.read, pack).events, pack.titles, year, asOf);
  return {
    year,
    rows: withHeads(
      open,
      cases.map(({ firmId, titleId, term, until, result, resultOn }) => ({
        firmId,
        titleId,
        recognisedOn: term.on,
        batch: term.batch,
        document: term.document,
        until,
        result,
        resultLabel: reviewResultText[result],
        resultOn,
      })),
    ),
  };
}

function describeTitle(title: Title, { pack }: OpenLedger, year: number) {
  return {
    titleId: title.id,
    label: title.label,
    issuer: title.issuer,
    tier: title.tier,
    ladder: title.ladder,
    validityYears: title.validityYears,
    toConfirm: title.toConfirm,
    reference: title.reference.text,
    notes: [...title.notes],
    requires: title.requires.map((id) => titleLabel(pack, id)),
    barredBy: title.barredBy.map((id) => titleLabel(pack, id)),
    updateBy: updateDueDay(title, year) ?? null,
  };
}

/** Adds who the firm is and what the title is called. */
function withHeads<T extends { readonly firmId: number; readonly titleId: string }>(
  { ledger, pack }: OpenLedger,
  rows: readonly T[],
) {
  const heads = firmHeads(ledger.read, [...new Set(rows.map((row) => row.firmId))]);
  const { streets } = placeLabels(pack);
  return rows.map((row) => {
    const head = heads.get(row.firmId);
    const streetId = head?.streetId ?? null;
    return {
      ...row,
      firm: head?.name ?? '',
      code: head?.code ?? null,
      streetLabel: streetId === null ? null : (streets.get(streetId) ?? streetId),
      titleLabel: titleLabel(pack, row.titleId),
    };
  });
}
