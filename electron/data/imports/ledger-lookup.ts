import type { ReadDb } from '#electron/db/handles.ts';
import {
  findFirmsByCodes,
  findFirmsByFormerNameKeys,
  findFirmsByNameKeys,
  listTitleEventsOf,
} from '#electron/db/tables/firm-match.ts';
import { getFirms } from '#electron/db/tables/firms.ts';
import type { TitleEvent } from '#shared/domain/title.ts';
import type { CheckedRow } from '#shared/roster/check-rows.ts';
import { recordKinds } from '#shared/roster/kinds.ts';
import type { KnownFirm, LedgerLookup } from '#shared/roster/match-firm.ts';
import { nameKey } from '#shared/roster/values/name-key.ts';
import { recordStores } from './records/index.ts';
import type { StoreContext } from './records/store.ts';

/**
 * Fetches in a few statements all that comparing these rows can ask of the ledger.
 * @param chosen firms that a person gave rows to
 */
export function prefetchLedger(
  db: ReadDb,
  rows: readonly CheckedRow[],
  chosen: readonly number[],
  context: StoreContext,
): LedgerLookup {
  const codes = new Set<string>();
  const keys = new Set<string>();
  for (const { fields, formerName } of rows) {
    if (fields.code != null) codes.add(fields.code);
    if (fields.name !== undefined) keys.add(nameKey(fields.name));
    if (formerName !== null) keys.add(nameKey(formerName));
  }
  const byCode = new Map<string, KnownFirm>();
  const byId = new Map<number, KnownFirm>();
  for (const firm of findFirmsByCodes(db, [...codes])) {
    byId.set(firm.id, firm);
    if (firm.fields.code !== null) byCode.set(firm.fields.code, firm);
  }
  for (const firm of getFirms(db, chosen)) byId.set(firm.id, firm);
  const byName = grouped(findFirmsByNameKeys(db, [...keys]), byId);
  const byFormerName = grouped(findFirmsByFormerNameKeys(db, [...keys]), byId);
  const events = new Map<number, TitleEvent[]>();
  const titled = rows.some(({ title }) => title !== null);
  for (const event of titled ? listTitleEventsOf(db, [...byId.keys()]) : []) {
    const known = events.get(event.firmId);
    if (known === undefined) events.set(event.firmId, [event]);
    else known.push(event);
  }
  const records = new Map(
    recordKinds
      .filter((kind) => rows.some(({ recordKind }) => recordKind === kind))
      .map((kind) => [kind, recordStores[kind].lookup(db, [...byId.keys()], context)]),
  );
  return {
    byCode: (code) => byCode.get(code),
    byNameKey: (key) => byName.get(key) ?? [],
    byFormerNameKey: (key) => byFormerName.get(key) ?? [],
    byId: (id) => byId.get(id),
    eventsOf: (firmId) => events.get(firmId) ?? [],
    records: (kind) => records.get(kind),
  };
}

function grouped(
  found: readonly { readonly key: string; readonly firm: KnownFirm }[],
  byId: Map<number, KnownFirm>,
): ReadonlyMap<string, readonly KnownFirm[]> {
  const groups = new Map<string, KnownFirm[]>();
  for (const { key, firm } of found) {
    byId.set(firm.id, firm);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [firm]);
    else group.push(firm);
  }
  return groups;
}
