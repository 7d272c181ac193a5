import { addDays, type Day, yearOf } from '#shared/domain/day.ts';
import type { HeldView } from '#shared/domain/firm-query.ts';
import type { TitleEventKind } from '#shared/domain/title.ts';

/**
 * What one firm has of one title (称号), derived from its events: when it was first recognised and
 * in which spans it was valid. Every count of titles anywhere is made from these and by the functions below.
 */
export type TitleHolding = {
  readonly firmId: number;
  readonly titleId: string;
  /** Day of the first recognition (首次认定); null when only announced. */
  readonly firstRecognised: Day | null;
  /**
   * Spans of validity; `until` is the last valid day, null when open-ended; `endedBy` the event that closed the span,
   * absent when it runs or ran out by itself.
   */
  readonly spans: readonly {
    readonly from: Day;
    readonly until: Day | null;
    readonly endedBy?: TitleEventKind;
  }[];
};

/** The three ways to count holders, always shown apart: 当前有效, 累计认定, 当年新增. */
export type TitleView = HeldView;

/** The span that makes the title valid on the day, if any (当前有效). */
export function spanOn(
  holding: TitleHolding,
  day: Day,
): { readonly from: Day; readonly until: Day | null } | undefined {
  return holding.spans.find((span) => span.from <= day && (span.until === null || day <= span.until));
}

/**
 * Firms that hold any of the titles in the asked way, each once.
 * `cumulative` and `newInYear` look at the first recognition among all the titles together,
 * so a 省级专精特新 firm that becomes 小巨人 is not a new firm of 省级以上.
 */
export function firmsHolding(
  holdings: readonly TitleHolding[],
  titleIds: readonly string[],
  view: TitleView,
  day: Day,
): ReadonlySet<number> {
  const wanted = new Set(titleIds);
  if (view === 'stock') {
    const firms = new Set<number>();
    for (const holding of holdings) {
      if (wanted.has(holding.titleId) && spanOn(holding, day) !== undefined) firms.add(holding.firmId);
    }
    return firms;
  }
  const first = firstRecognitions(holdings, wanted);
  const from = view === 'newInYear' ? `${day.slice(0, 4)}-01-01` : '';
  const firms = new Set<number>();
  for (const [firmId, on] of first) {
    if (on >= from && on <= day) firms.add(firmId);
  }
  return firms;
}

/** The three counts of the same titles at one day. */
export type TitleCounts = {
  readonly stock: number;
  readonly cumulative: number;
  readonly newThisYear: number;
};

/** Counts distinct firms in all three ways. */
export function titleCounts(
  holdings: readonly TitleHolding[],
  titleIds: readonly string[],
  day: Day,
): TitleCounts {
  return titleCounter(holdings, titleIds)(day);
}

type Counter = (day: Day) => TitleCounts;

/** Counters by the holdings they were made from, which never change. */
const counters = new WeakMap<readonly TitleHolding[], Map<string, Counter>>();

/**
 * The counts of the same titles for many days: one pass over the holdings, after which a day costs a few halvings;
 * asked again for the same holdings it is ready. Counts exactly the firms that `firmsHolding` lists.
 */
export function titleCounter(holdings: readonly TitleHolding[], titleIds: readonly string[]): Counter {
  const key = titleIds.join(' ');
  const known = counters.get(holdings) ?? new Map<string, Counter>();
  const counter = known.get(key) ?? makeCounter(holdings, titleIds);
  counters.set(holdings, known.set(key, counter));
  return counter;
}

function makeCounter(holdings: readonly TitleHolding[], titleIds: readonly string[]): Counter {
  const wanted = new Set(titleIds);
  const first = [...firstRecognitions(holdings, wanted).values()].sort();
  const { starts, ends } = validStretches(holdings, wanted);
  return (day) => {
    const cumulative = countBelow(first, day, true);
    return {
      stock: countBelow(starts, day, true) - countBelow(ends, day, false),
      cumulative,
      newThisYear: cumulative - countBelow(first, `${day.slice(0, 4)}-01-01`, false),
    };
  };
}

/** First and last days of the stretches in which a firm holds any of the titles, each sorted by itself. */
function validStretches(
  holdings: readonly TitleHolding[],
  wanted: ReadonlySet<string>,
): { readonly starts: readonly Day[]; readonly ends: readonly Day[] } {
  const spansOf = new Map<number, { readonly from: Day; readonly until: Day | null }[]>();
  for (const { firmId, titleId, spans } of holdings) {
    if (!wanted.has(titleId)) continue;
    const known = spansOf.get(firmId);
    if (known === undefined) spansOf.set(firmId, [...spans]);
    else known.push(...spans);
  }
  const starts: Day[] = [];
  const ends: Day[] = [];
  for (const spans of spansOf.values()) {
    for (const { from, until } of joined(spans)) {
      starts.push(from);
      if (until !== null) ends.push(until);
    }
  }
  return { starts: starts.sort(), ends: ends.sort() };
}

type Stretch = { readonly from: Day; readonly until: Day | null };

/** The same days without overlaps, so that a firm with two titles at once counts once. */
function joined(spans: readonly Stretch[]): readonly Stretch[] {
  if (spans.length === 1) return spans.filter(isNotEmpty);
  const stretches: { from: Day; until: Day | null }[] = [];
  const ordered = spans.filter(isNotEmpty).sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0));
  for (const { from, until } of ordered) {
    const last = stretches.at(-1);
    if (last === undefined || (last.until !== null && last.until < from)) stretches.push({ from, until });
    else if (last.until !== null && (until === null || until > last.until)) last.until = until;
  }
  return stretches;
}

/** A title that was taken away before it began was never valid. */
function isNotEmpty({ from, until }: Stretch): boolean {
  return until === null || from <= until;
}

/** How many of the sorted days lie before a day, or on it where that counts too. */
function countBelow(days: readonly Day[], day: Day, inclusive: boolean): number {
  let low = 0;
  let high = days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const at = days[middle] ?? '';
    if (at < day || (inclusive && at === day)) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The holdings of each title apart, for figures that look at one title or a few. */
export function holdingsByTitle(
  holdings: readonly TitleHolding[],
): ReadonlyMap<string, readonly TitleHolding[]> {
  const byTitle = new Map<string, TitleHolding[]>();
  for (const holding of holdings) {
    const known = byTitle.get(holding.titleId);
    if (known === undefined) byTitle.set(holding.titleId, [holding]);
    else known.push(holding);
  }
  return byTitle;
}

/** A target of a measure: the figure to reach by the end of a year. */
export type YearTarget = { readonly year: number; readonly value: number };

/** The target that counts on a day: that of its year, else the next one to come, else the last. */
export function targetOn(targets: readonly YearTarget[], day: Day): YearTarget | undefined {
  const ordered = [...targets].sort((a, b) => a.year - b.year);
  return ordered.find((target) => target.year >= yearOf(day)) ?? ordered.at(-1);
}

/** 还差: how many firms are missing to the target; 0 once it is reached. */
export function gapTo(target: number, actual: number): number {
  return Math.max(0, target - actual);
}

/** Days ahead within which a title counts as 即将到期. */
export const expiringDays = 180;

/** Titles that end within `days` after the day, first to end first. */
export function expiringHoldings(
  holdings: readonly TitleHolding[],
  day: Day,
  days: number,
): readonly { readonly holding: TitleHolding; readonly until: Day }[] {
  const last = addDays(day, days);
  const found: { holding: TitleHolding; until: Day }[] = [];
  for (const holding of holdings) {
    const span = spanOn(holding, day);
    if (span?.until && span.until <= last) found.push({ holding, until: span.until });
  }
  return found.sort((a, b) =>
    a.until < b.until ? -1 : a.until > b.until ? 1 : a.holding.firmId - b.holding.firmId,
  );
}

/** Titles that ran out by themselves in the `days` before the day and were not taken up again, last to end first. */
export function lapsedHoldings(
  holdings: readonly TitleHolding[],
  day: Day,
  days: number,
): readonly { readonly holding: TitleHolding; readonly until: Day }[] {
  const first = addDays(day, -days);
  return holdings
    .flatMap((holding) => {
      const span = holding.spans.at(-1);
      if (span?.until == null || span.endedBy !== undefined) return [];
      return span.until < day && span.until >= first ? [{ holding, until: span.until }] : [];
    })
    .sort((a, b) => (a.until > b.until ? -1 : a.until < b.until ? 1 : a.holding.firmId - b.holding.firmId));
}

function firstRecognitions(
  holdings: readonly TitleHolding[],
  wanted: ReadonlySet<string>,
): ReadonlyMap<number, Day> {
  const first = new Map<number, Day>();
  for (const holding of holdings) {
    if (!wanted.has(holding.titleId) || holding.firstRecognised === null) continue;
    const known = first.get(holding.firmId);
    if (known === undefined || holding.firstRecognised < known)
      first.set(holding.firmId, holding.firstRecognised);
  }
  return first;
}
