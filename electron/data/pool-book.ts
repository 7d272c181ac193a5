import type { ReadDb } from '#electron/db/open.ts';
import { listPoolEvents } from '#electron/db/tables/pool-events.ts';
import type { Day } from '#shared/domain/day.ts';
import type { Pack } from '#shared/policy/pack.ts';
import type { TitleHolding } from '#shared/report/figures.ts';
import { type PoolStay, poolHoldings, poolStays } from '#shared/report/pools.ts';
import { byChange } from './by-change.ts';
import type { OpenLedger } from './context.ts';
import { titleBook } from './title-holdings.ts';

/** All stays of the ledger and the holdings derived from them. */
type PoolBook = {
  readonly stays: readonly PoolStay[];
  readonly holdings: readonly TitleHolding[];
};

/** The stays of the whole ledger; derived again only when a pool event was written since. */
export const poolBook: (db: ReadDb) => PoolBook = byChange(['pool_event'], (db) => {
  const stays = poolStays(listPoolEvents(db));
  return { stays, holdings: poolHoldings(stays) };
});

const together = byChange(['title_event', 'pool_event'], (db, pack: Pack): readonly TitleHolding[] => [
  ...titleBook(db, pack).holdings,
  ...poolBook(db).holdings,
]);

/** Holdings of titles and stays in pools together: what every measure and the filter of the firm list count. */
export function allHoldings({ ledger, pack }: OpenLedger): readonly TitleHolding[] {
  return together(ledger.read, pack);
}

/** Whether something of the pool is on record for the firm after the day: then the day comes too early. */
export function hasLaterEvent(db: ReadDb, poolId: string, firmId: number, on: Day): boolean {
  return poolBook(db).stays.some(
    (stay) =>
      stay.poolId === poolId &&
      stay.firmId === firmId &&
      (stay.from > on ||
        (stay.until !== null && stay.until >= on) ||
        stay.stages.some((each) => each.from > on)),
  );
}
