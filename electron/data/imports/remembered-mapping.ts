import { createHash } from 'node:crypto';
import type { WriteTx } from '#electron/db/handles.ts';
import { findImportLayout, saveImportLayout } from '#electron/db/tables/import-layouts.ts';
import { isRosterField } from '#shared/roster/fields.ts';
import type { RosterTable } from '#shared/roster/find-tables.ts';
import { senderIn } from '#shared/roster/heading.ts';
import { isRosterKind } from '#shared/roster/kinds.ts';
import type { OpenLedger } from '../context.ts';
import type { ChosenMapping, DraftTable } from './draft-store.ts';
import { findersOf } from './roster-context.ts';

/** The columns that a person gave to fields the last time a table of this layout came in; null the first time. */
export function rememberedMapping(open: OpenLedger, table: RosterTable): ChosenMapping | null {
  const layout = findImportLayout(open.ledger.read, fingerprint(table), streetOf(open, table));
  if (layout === undefined || !isRosterKind(layout.kind)) return null;
  const fields: unknown = JSON.parse(layout.fields);
  if (!Array.isArray(fields) || fields.length !== table.columns.length) return null;
  const columns = table.columns.map(({ index }, position) => {
    const field: unknown = fields[position];
    return { index, field: typeof field === 'string' && isRosterField(field) ? field : null };
  });
  return { kind: layout.kind, columns, byHand: false };
}

/** Remembers the columns of a table that a person mapped by hand. */
export function rememberMapping(tx: WriteTx, open: OpenLedger, { table, work }: DraftTable): void {
  if (work.mapping?.byHand !== true) return;
  saveImportLayout(tx, {
    fingerprint: fingerprint(table),
    streetId: streetOf(open, table),
    kind: table.kind,
    fields: JSON.stringify(table.columns.map(({ field }) => field)),
  });
}

function fingerprint({ columns }: RosterTable): string {
  const headers = columns.map(({ header }) => header.normalize('NFKC').replace(/\s/g, ''));
  return createHash('sha256').update(JSON.stringify(headers)).digest('hex');
}

function streetOf(open: OpenLedger, { heading }: RosterTable): string {
  const finders = findersOf(open.pack);
  const sender = senderIn(heading);
  const named = sender === null ? undefined : (finders.street(sender) ?? finders.streetWithin(sender));
  return named ?? heading.map(finders.streetWithin).find((street) => street !== undefined) ?? '';
}
