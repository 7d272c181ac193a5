import { getSetting } from '#electron/db/tables/settings.ts';
import type { Day } from '#shared/domain/day.ts';
import { type Counting, computeGoals, type Goals } from '#shared/report/goals.ts';
import type { OpenLedger } from './context.ts';
import { allHoldings } from './pool-book.ts';

/** Setting that says how progress towards the targets is counted (目标计数方式). */
export const countingKey = 'goals.counting';

/** Every measure at a day, counted the way the bureau chose. */
export function goalsOn(open: OpenLedger, asOf: Day): Goals {
  return computeGoals(open.pack.measures, allHoldings(open), asOf, countingOf(open));
}

function countingOf({ ledger }: OpenLedger): Counting {
  return getSetting(ledger.read, countingKey) === 'baseline' ? 'baseline' : 'ledger';
}
