import { changeSet } from '#electron/db/change-set.ts';
import type { WriteTx } from '#electron/db/open.ts';
import { insertFormerName, listFormerNames } from '#electron/db/tables/firm-names.ts';
import { insertFirm, updateFirm } from '#electron/db/tables/firms.ts';
import { insertImport, type NewImportRow, nextImportId } from '#electron/db/tables/imports.ts';
import { insertTitleEvent } from '#electron/db/tables/title-events.ts';
import { emptyFirmFields, type FirmFields } from '#shared/domain/firm.ts';
import type { ComparedRow } from '#shared/roster/compare-rows.ts';
import { nameKey } from '#shared/roster/values/name-key.ts';
import type { Context, OpenLedger } from '../context.ts';
import { countCommitted, isWaiting } from './counts.ts';
import type { DraftTable, ImportDraft } from './draft-store.ts';
import { recordStores } from './records/index.ts';
import { rememberMapping } from './remembered-mapping.ts';

/** Writes a draft in one change set: firms, title events, records of firms, receipts. Answers the set's number (null: nothing to write). */
export function commitDraft(context: Context, draft: ImportDraft): number | null {
  const files = [...new Set(draft.tables.map((table) => table.fileName))].join('、');
  if (rowsToWrite(draft) === 0) return null;
  const open = context.open();
  const { id } = changeSet(
    open.ledger,
    { actor: context.actor, kind: 'import', reason: `导入 ${files}`, at: context.now() },
    (tx) => {
      const newFirms: NewFirms = new Map();
      for (const [index, table] of draft.tables.entries()) {
        commitTable(tx, table, { index, today: context.today(), actor: context.actor, open, newFirms });
        rememberMapping(tx, open, table);
      }
    },
  );
  return id;
}

/** How many rows a draft would write. */
export function rowsToWrite(draft: ImportDraft): number {
  return draft.tables.reduce(
    (sum, table) => sum + table.rows.filter((row) => isWritten(row, table)).length,
    0,
  );
}

/** Firms made by earlier rows of the draft, by table and row number. */
type NewFirms = Map<string, number>;

type TableWriting = {
  readonly index: number;
  readonly today: string;
  readonly actor: string;
  readonly open: OpenLedger;
  readonly newFirms: NewFirms;
};

function commitTable(tx: WriteTx, table: DraftTable, writing: TableWriting): void {
  const importId = nextImportId(tx);
  insertImport(
    tx,
    importId,
    {
      fileName: table.fileName,
      sha256: table.sha256,
      size: table.size,
      format: table.format,
      kind: table.table.kind,
      sheet: table.table.sheet,
      headerRow: table.table.headerRow,
      mapping: Object.fromEntries(table.table.columns.map(({ letter, field }) => [letter, field])),
      counts: countCommitted(table),
      issues: [],
    },
    writtenRows(tx, table, { ...writing, importId }),
  );
}

/** Writes the rows of a table in turn, each as its receipt is asked for: together they would fill the memory. */
function* writtenRows(tx: WriteTx, table: DraftTable, writing: Writing): Generator<NewImportRow> {
  for (const row of table.rows) {
    const firmId = isWritten(row, table) ? writeRow(tx, row, writing) : row.firmId;
    yield receiptRow(row, table, firmId);
  }
}

type Writing = TableWriting & { readonly importId: number };

function isWritten(row: ComparedRow, table: DraftTable): boolean {
  if (row.outcome !== 'create' && row.outcome !== 'update') return false;
  return !isWaiting(row, table);
}

function writeRow(tx: WriteTx, row: ComparedRow, writing: Writing): number {
  const { recordKind } = row.checked;
  if (recordKind !== null && row.firmId !== null) {
    for (const record of row.records) recordStores[recordKind].write(tx, row.firmId, record, writing);
    return row.firmId;
  }
  const firmId = writeFirm(tx, row, writing);
  const { title, formerName, fields } = row.checked;
  if (formerName !== null) rememberName(tx, firmId, formerName, fields.name ?? '');
  if (title !== null && row.addsTitle) {
    const cells = row.checked.cells();
    insertTitleEvent(tx, {
      firmId,
      titleId: title.titleId,
      kind: title.kind,
      on: title.on,
      validUntil: title.validUntil,
      batch: title.batch,
      document: title.document,
      nameAt: title.nameAt,
      evidence: title.evidence,
      importId: writing.importId,
      cell: (cells.titleName ?? cells.name)?.address ?? null,
      sample: false,
    });
  }
  return firmId;
}

/** A former name that the roster states, unless the ledger has it already. */
function rememberName(tx: WriteTx, firmId: number, former: string, name: string): void {
  const key = nameKey(former);
  if (key === nameKey(name) || listFormerNames(tx, firmId).some((each) => nameKey(each.name) === key)) return;
  insertFormerName(tx, firmId, { name: former, from: null, until: null });
}

function writeFirm(tx: WriteTx, row: ComparedRow, { index, today, newFirms }: Writing): number {
  const { checked } = row;
  const earlier =
    row.sameFirmAs === null ? undefined : newFirms.get(`${row.sameFirmAs.table} ${row.sameFirmAs.row}`);
  const known = row.firmId ?? earlier;
  if (known !== undefined) {
    const fields: Partial<FirmFields> = Object.fromEntries(
      row.changes.map(({ field, after }) => [field, after]),
    );
    if (row.changes.length > 0) {
      updateFirm(tx, known, {
        fields,
        ...(fields.code == null ? {} : { codeState: checked.codeState }),
        today,
      });
    }
    return known;
  }
  // A row without a name is rejected before; every other field may be null.
  const fields = { ...emptyFirmFields, ...checked.fields } as FirmFields;
  const firmId = insertFirm(tx, { fields, codeState: checked.codeState, status: 'active', sample: false });
  newFirms.set(`${index} ${checked.row}`, firmId);
  return firmId;
}

function receiptRow(row: ComparedRow, table: DraftTable, firmId: number | null): NewImportRow {
  const held = isWaiting(row, table);
  return {
    firmId,
    rowNumber: row.checked.row,
    outcome: held ? 'reject' : row.outcome,
    cells: row.checked.cells(),
    issues: row.issues,
  };
}
