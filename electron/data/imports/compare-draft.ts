import { latestChangeSetId } from '#electron/db/history.ts';
import { findByCode, findByFormerNameKey, findByNameKey } from '#electron/db/tables/firms.ts';
import { listTitleEvents } from '#electron/db/tables/title-events.ts';
import type { Pack } from '#shared/policy/pack.ts';
import { checkRows, type RosterContext } from '#shared/roster/check-rows.ts';
import { type ComparedRow, compareRows, type LedgerLookup } from '#shared/roster/compare-rows.ts';
import type { RosterTable } from '#shared/roster/find-table.ts';
import type { OpenLedger } from '../context.ts';
import type { ImportDraft } from './draft-store.ts';

/** Checks and compares the rows of a table with the ledger as it is now. */
export function compareTable(open: OpenLedger, table: RosterTable): readonly ComparedRow[] {
  return compareRows(checkRows(table, rosterContext(open.pack)), lookupOf(open));
}

/** Compares all tables of a draft again when the ledger has changed since; answers whether it had. */
export function refreshDraft(
  open: OpenLedger,
  draft: ImportDraft,
): { readonly draft: ImportDraft; readonly changed: boolean } {
  const now = latestChangeSetId(open.ledger.read);
  if (now === draft.comparedAt) return { draft, changed: false };
  const tables = draft.tables.map((each) => ({ ...each, rows: compareTable(open, each.table) }));
  const changed = tables.some(
    (each, index) => fingerprint(each.rows) !== fingerprint(draft.tables[index]?.rows ?? []),
  );
  return { draft: { ...draft, tables, comparedAt: now }, changed };
}

function fingerprint(rows: readonly ComparedRow[]): string {
  return JSON.stringify(
    rows.map(({ outcome, firmId, changes, addsTitle }) => [outcome, firmId, changes, addsTitle]),
  );
}

function rosterContext(pack: Pack): RosterContext {
  return { streets: pack.streets, platforms: pack.platforms, chains: pack.chains, titles: pack.titles };
}

function lookupOf({ ledger }: OpenLedger): LedgerLookup {
  const db = ledger.read;
  return {
    byCode: (code) => findByCode(db, code),
    byNameKey: (key) => findByNameKey(db, key),
    byFormerNameKey: (key) => findByFormerNameKey(db, key),
    eventsOf: (firmId) => listTitleEvents(db, { firmId }),
  };
}
