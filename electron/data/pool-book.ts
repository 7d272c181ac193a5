import { latestChangeSetId } from '#electron/db/history.ts';
import type { ReadDb } from '#electron/db/open.ts';
import { listPoolEvents } from '#electron/db/tables/pool-events.ts';
import type { Day } from '#shared/domain/day.ts';
import type { TitleHolding } from '#shared/report/figures.ts';
import { type PoolStay, poolHoldings, poolStays } from '#shared/report/pools.ts';
import type { OpenLedger } from './context.ts';
import { titleBook } from './title-holdings.ts';

/** All stays of the ledger and the holdings derived from them, as of its newest change set. */
type PoolBook = {
  readonly changeSetId: number;
  readonly stays: readonly PoolStay[];
  readonly holdings: readonly TitleHolding[];
};

const books = new WeakMap<ReadDb, PoolBook>();
/** The stays of the whole ledger; derived again only when a change set was added since. */
export function poolBook(db: ReadDb): PoolBook {
  const changeSetId = latestChangeSetId(db);
  const known = books.get(db);
  if (known !== undefined && known.changeSetId === changeSetId) return known;
  const stays = poolStays(listPoolEvents(db));
  const book = { changeSetId, stays, holdings: poolHoldings(stays) };
  books.set(db, book);
  return book;
}

/** Holdings of titles and stays in pools together: what every measure and the filter of the firm list count. */
export function allHoldings({ ledger, pack }: OpenLedger): readonly TitleHolding[] {
  return [...titleBook(ledger.read, pack).holdings, ...poolBook(ledger.read).holdings];
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
