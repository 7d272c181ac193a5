import { changeSet } from '#electron/db/change-set.ts';
import type { WriteTx } from '#electron/db/open.ts';
import { insertFormerName } from '#electron/db/tables/firm-names.ts';
import { insertFirm, updateFirm } from '#electron/db/tables/firms.ts';
import { insertImport, type NewImportRow, nextImportId } from '#electron/db/tables/imports.ts';
import { insertTitleEvent } from '#electron/db/tables/title-events.ts';
import { type FirmFields, firmFields } from '#shared/domain/firm.ts';
import type { ComparedRow } from '#shared/roster/compare-rows.ts';
import type { Context } from '../context.ts';
import { countCommitted } from './counts.ts';
import type { DraftTable, ImportDraft } from './draft-store.ts';

/** Writes a draft in one change set: firms, title events, receipts. Answers the set's number (null: nothing to write). */
export function commitDraft(context: Context, draft: ImportDraft): number | null {
  const files = [...new Set(draft.tables.map((table) => table.fileName))].join('、');
  const worth = draft.tables.some((table) => table.rows.some((row) => isWritten(row, table)));
  if (!worth) return null;
  const { id } = changeSet(
    context.open().ledger,
    { actor: context.actor, kind: 'import', reason: `导入 ${files}`, at: context.now() },
    (tx) => {
      for (const table of draft.tables) commitTable(tx, table, context.today());
    },
  );
  return id;
}

function commitTable(tx: WriteTx, table: DraftTable, today: string): void {
  const importId = nextImportId(tx);
  const newFirms = new Map<number, number>();
  const rows = table.rows.map((row) => {
    const firmId = isWritten(row, table) ? writeRow(tx, row, { importId, today, newFirms }) : row.firmId;
    return receiptRow(row, table, firmId);
  });
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
    rows,
  );
}

type Writing = {
  readonly importId: number;
  readonly today: string;
  /** Firms made by earlier rows of this table, by row number. */
  readonly newFirms: Map<number, number>;
};

function isWritten(row: ComparedRow, table: DraftTable): boolean {
  if (row.outcome !== 'create' && row.outcome !== 'update') return false;
  return !row.toConfirm || table.confirmed.has(row.checked.row);
}

function writeRow(tx: WriteTx, row: ComparedRow, writing: Writing): number {
  const firmId = writeFirm(tx, row, writing);
  const { title, formerName, fields, cells } = row.checked;
  if (formerName !== null) insertFormerName(tx, firmId, { name: formerName, from: null, until: null });
  if (title !== null && row.addsTitle) {
    insertTitleEvent(tx, {
      firmId,
      titleId: title.titleId,
      kind: 'recognised',
      on: title.on,
      validUntil: title.validUntil,
      batch: title.batch,
      document: title.document,
      nameAt: fields.name ?? null,
      evidence: 'roster',
      importId: writing.importId,
      cell: (cells.titleName ?? cells.name)?.address ?? null,
      sample: false,
    });
  }
  return firmId;
}

function writeFirm(tx: WriteTx, row: ComparedRow, { today, newFirms }: Writing): number {
  const { checked } = row;
  if (row.firmId !== null) {
    const fields: Partial<FirmFields> = Object.fromEntries(
      row.changes.map(({ field, after }) => [field, after]),
    );
    updateFirm(tx, row.firmId, {
      fields,
      ...(fields.code == null ? {} : { codeState: checked.codeState }),
      today,
    });
    return row.firmId;
  }
  const earlier = row.sameFirmAsRow === null ? undefined : newFirms.get(row.sameFirmAsRow);
  if (earlier !== undefined) return earlier;
  const empty = Object.fromEntries(firmFields.map((field) => [field, null]));
  // A row without a name is rejected before; every other field may be null.
  const fields = { ...empty, ...checked.fields } as FirmFields;
  const firmId = insertFirm(tx, { fields, codeState: checked.codeState, status: 'active', sample: false });
  newFirms.set(checked.row, firmId);
  return firmId;
}

function receiptRow(row: ComparedRow, table: DraftTable, firmId: number | null): NewImportRow {
  const held = row.toConfirm && !table.confirmed.has(row.checked.row);
  return {
    firmId,
    rowNumber: row.checked.row,
    outcome: held ? 'reject' : row.outcome,
    cells: row.checked.cells,
    issues: row.issues,
  };
}
