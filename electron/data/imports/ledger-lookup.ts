import type { ReadDb } from '#electron/db/handles.ts';
import {
  findFirmsByCodes,
  findFirmsByFormerNameKeys,
  findFirmsByNameKeys,
  listTitleEventsOf,
} from '#electron/db/tables/firm-match.ts';
import type { TitleEvent } from '#shared/domain/title.ts';
import type { CheckedRow } from '#shared/roster/check-rows.ts';
import type { KnownFirm, LedgerLookup } from '#shared/roster/match-firm.ts';
import { nameKey } from '#shared/roster/values/name-key.ts';

/** Fetches in four statements all that comparing these rows can ask of the ledger. */
export function prefetchLedger(db: ReadDb, rows: readonly CheckedRow[]): LedgerLookup {
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
  const byName = grouped(findFirmsByNameKeys(db, [...keys]), byId);
  const byFormerName = grouped(findFirmsByFormerNameKeys(db, [...keys]), byId);
  const events = new Map<number, TitleEvent[]>();
  const titled = rows.some(({ title }) => title !== null);
  for (const event of titled ? listTitleEventsOf(db, [...byId.keys()]) : []) {
    const known = events.get(event.firmId);
    if (known === undefined) events.set(event.firmId, [event]);
    else known.push(event);
  }
  return {
    byCode: (code) => byCode.get(code),
    byNameKey: (key) => byName.get(key) ?? [],
    byFormerNameKey: (key) => byFormerName.get(key) ?? [],
    byId: (id) => byId.get(id),
    eventsOf: (firmId) => events.get(firmId) ?? [],
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
