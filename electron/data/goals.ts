import { getSetting } from '#electron/db/tables/settings.ts';
import type { Day } from '#shared/domain/day.ts';
import type { TitleHolding } from '#shared/report/figures.ts';
import { type Counting, computeGoals, type Goals } from '#shared/report/goals.ts';
import type { OpenLedger } from './context.ts';
import type { PlaceFilter } from './dashboard.ts';
import { allHoldings } from './pool-book.ts';

/** Setting that says how progress towards the targets is counted (目标计数方式). */
export const countingKey = 'goals.counting';

/** Every measure at a day, counted the way the bureau chose. */
export function goalsOn(open: OpenLedger, asOf: Day): Goals {
  return computeGoals(open.pack.measures, allHoldings(open), asOf, countingOf(open));
}

/**
 * Every measure of a part of the district, from the holdings of its firms. The document sets its targets for the whole
 * district only, so a part has neither target nor baseline.
 */
export function filteredGoals(
  open: OpenLedger,
  asOf: Day,
  holdings: readonly TitleHolding[],
  { streetId, platformId, chainId }: PlaceFilter,
): Goals {
  const whole = streetId === null && platformId === null && chainId === null;
  const { measures } = open.pack;
  if (whole) return computeGoals(measures, holdings, asOf, countingOf(open));
  const ofPart = measures.map((rule) => ({
    ...rule,
    targets: [],
    baseline: null,
    baselineOn: null,
  }));
  return computeGoals(ofPart, holdings, asOf, 'ledger');
}

function countingOf({ ledger }: OpenLedger): Counting {
  return getSetting(ledger.read, countingKey) === 'baseline' ? 'baseline' : 'ledger';
}
