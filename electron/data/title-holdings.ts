import type { ReadDb } from '#electron/db/open.ts';
import { listTitleEvents } from '#electron/db/tables/title-events.ts';
import type { Day } from '#shared/domain/day.ts';
import type { TitleEvent } from '#shared/domain/title.ts';
import type { Pack } from '#shared/policy/pack.ts';
import { firstRecognised, titleSpans } from '#shared/policy/title-state.ts';
import { spanOn, type TitleHolding } from '#shared/report/figures.ts';
import { byChange } from './by-change.ts';
import type { OpenLedger } from './context.ts';

/** All title events of the ledger and the holdings derived from them. */
export type TitleBook = {
  readonly events: readonly TitleEvent[];
  readonly holdings: readonly TitleHolding[];
  readonly byFirm: ReadonlyMap<number, readonly TitleHolding[]>;
};

/** The holdings of the whole ledger; derived again only when a title event was written since. */
export const titleBook: (db: ReadDb, pack: Pack) => TitleBook = byChange(['title_event'], (db, pack) => {
  const events = listTitleEvents(db);
  const holdings = deriveHoldings(events, pack);
  return { events, holdings, byFirm: groupByFirm(holdings) };
});

/** Derives first recognition and spans for each firm and title that has events. */
export function deriveHoldings(events: readonly TitleEvent[], pack: Pack): readonly TitleHolding[] {
  const validity = new Map(pack.titles.map((title) => [title.id, title.validityYears]));
  const groups = new Map<string, TitleEvent[]>();
  for (const event of events) {
    const key = `${event.firmId}/${event.titleId}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [event]);
    else group.push(event);
  }
  return [...groups.values()].flatMap((group) => {
    const first = group[0];
    if (first === undefined) return [];
    const rule = { validityYears: validity.get(first.titleId) ?? null };
    return [
      {
        firmId: first.firmId,
        titleId: first.titleId,
        firstRecognised: firstRecognised(group, rule),
        spans: titleSpans(group, rule),
      },
    ];
  });
}

function groupByFirm(holdings: readonly TitleHolding[]): ReadonlyMap<number, readonly TitleHolding[]> {
  const byFirm = new Map<number, TitleHolding[]>();
  for (const holding of holdings) {
    const list = byFirm.get(holding.firmId);
    if (list === undefined) byFirm.set(holding.firmId, [holding]);
    else list.push(holding);
  }
  return byFirm;
}

/** Short names of the titles that a firm holds on a day, in the order of the pack. */
export function titlesHeld({ ledger, pack }: OpenLedger, firmId: number, day: Day): string[] {
  const holdings = titleBook(ledger.read, pack).byFirm.get(firmId) ?? [];
  const held = new Set(
    holdings.filter((holding) => spanOn(holding, day) !== undefined).map((holding) => holding.titleId),
  );
  return pack.titles.filter(({ id }) => held.has(id)).map(({ short }) => short);
}
