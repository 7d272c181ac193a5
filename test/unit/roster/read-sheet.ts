import { findersOf } from '#electron/data/imports/roster-context.ts';
import { loadPack } from '#shared/policy/packs/index.ts';
import { type CheckedRow, createRowChecker } from '#shared/roster/check-rows.ts';
import { type ComparedRow, compareTables, type TableToCompare } from '#shared/roster/compare-rows.ts';
import { noDecisions } from '#shared/roster/decide.ts';
import { findTables, type RosterTable } from '#shared/roster/find-tables.ts';
import type { LedgerLookup } from '#shared/roster/match-firm.ts';
import { nameKey } from '#shared/roster/values/name-key.ts';
import type { RowTruth } from '#test/builders/rosters/messy-roster.ts';
import { type Merge, type MessyValue, sheetOf } from '#test/builders/rosters/messy-sheet.ts';

/** Finders of 钱塘. */
export const finders = findersOf(loadPack('qiantang-2024'));

/** Tables of rows as typed. */
export function tablesOf(
  rows: readonly (readonly MessyValue[])[],
  merges: readonly Merge[] = [],
): readonly RosterTable[] {
  const sheet = sheetOf({ name: 'Sheet1', rows, merges, hiddenRows: new Set() });
  return findTables(sheet, { fileName: '名册.xlsx', untyped: false }, finders);
}

/** Rows of the only table, checked. */
export function checkedRows(
  rows: readonly (readonly MessyValue[])[],
  merges: readonly Merge[] = [],
): readonly CheckedRow[] {
  const [table, other] = tablesOf(rows, merges);
  if (table === undefined || other !== undefined) throw new Error('one table was expected');
  return checkTable(table);
}

export function checkTable(table: RosterTable): readonly CheckedRow[] {
  return table.rows.map(createRowChecker(table, finders));
}

/** A ledger without firms. */
const emptyLedger: LedgerLookup = {
  byCode: () => undefined,
  byNameKey: () => [],
  byFormerNameKey: () => [],
  byId: () => undefined,
  eventsOf: () => [],
  records: () => undefined,
};

/** Compares to the end. */
export function compareAll(
  tables: readonly (Pick<TableToCompare, 'rows'> & Partial<TableToCompare>)[],
  lookup: LedgerLookup = emptyLedger,
): readonly (readonly ComparedRow[])[] {
  const work = compareTables(
    tables.map((table, index) => ({ decisions: noDecisions, label: `表${index + 1}`, ...table })),
    lookup,
  );
  let step = work.next();
  while (step.done !== true) step = work.next();
  return step.value;
}

/** What a checked row says, in the shape of the truth about it. */
export function readTruth(row: CheckedRow) {
  const { name, code, streetId, registeredOn, registeredCapital, contactPhone } = row.fields;
  return {
    row: row.row,
    name: nameKey(name ?? ''),
    code: code ?? null,
    streetId: streetId ?? null,
    registeredOn: registeredOn ?? null,
    registeredCapital: registeredCapital ?? null,
    contactPhone: contactPhone ?? null,
    formerName: row.formerName,
  };
}

/** The truth about a row, names in their form for matching. */
export function expectedTruth({ repeats: _, ...truth }: RowTruth) {
  return { ...truth, name: nameKey(truth.name) };
}
