import { createHash } from 'node:crypto';
import type { ReadDb, WriteTx } from '../handles.ts';

/** One table of one imported file, as its receipt keeps it. */
export type NewImport = {
  readonly fileName: string;
  readonly sha256: string;
  readonly size: number;
  readonly format: string;
  readonly kind: string;
  readonly sheet: string;
  readonly headerRow: number;
  /** Column letter → field. */
  readonly mapping: unknown;
  readonly counts: unknown;
  readonly issues: unknown;
};

/** One row of an import: where each value stood and what became of it. */
export type NewImportRow = {
  readonly rowNumber: number;
  readonly outcome: string;
  /** Field → {address, raw}. */
  readonly cells: unknown;
  readonly issues: unknown;
};

/** An import as the history lists it. */
export type ImportRecord = {
  readonly id: number;
  readonly changeSetId: number;
  readonly at: string;
  readonly actor: string;
  readonly fileName: string;
  readonly kind: string;
  readonly sheet: string;
  readonly counts: unknown;
  readonly undone: boolean;
};

/** Opens the receipt of an import and answers its id; title events refer to it, rows follow by `insertImportRow`. */
export function insertImport(tx: WriteTx, file: NewImport, rows: readonly NewImportRow[]): number {
  const result = tx
    .write(
      `INSERT INTO import_file (change_set_id, file_name, sha256, size, format, kind, sheet, header_row, mapping,
         counts, issues, row_count, rows_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      tx.changeSetId,
      file.fileName,
      file.sha256,
      file.size,
      file.format,
      file.kind,
      file.sheet,
      file.headerRow,
      JSON.stringify(file.mapping),
      JSON.stringify(file.counts),
      JSON.stringify(file.issues),
      rows.length,
      rowsHash(rows.map(storedRow)),
    );
  return Number(result.lastInsertRowid);
}

/** Adds one row of the receipt; `firmId` is the firm it became part of, if any. */
export function insertImportRow(
  tx: WriteTx,
  importId: number,
  row: NewImportRow,
  firmId: number | null,
): void {
  const stored = storedRow(row);
  tx.write(
    'INSERT INTO import_row (import_id, row_number, firm_id, outcome, cells, issues) VALUES (?, ?, ?, ?, ?, ?)',
  ).run(importId, stored.row_number, firmId, stored.outcome, stored.cells, stored.issues);
}

const standing = `NOT EXISTS (SELECT 1 FROM change_set u WHERE u.undoes_id = f.change_set_id
  AND NOT EXISTS (SELECT 1 FROM change_set r WHERE r.undoes_id = u.id))`;

/** Imports, newest first. An import counts as undone while the change set that took it back stands. */
export function listImports(
  db: ReadDb,
  slice: { readonly offset: number; readonly limit: number },
): { readonly total: number; readonly rows: readonly ImportRecord[] } {
  const total = db.query<{ total: number }>('SELECT count(*) AS total FROM import_file').get()?.total ?? 0;
  const rows = db
    .query<Omit<ImportRecord, 'counts' | 'undone'> & { counts: string; stands: number }>(
      `SELECT f.id, f.change_set_id AS changeSetId, s.at, s.actor, f.file_name AS fileName, f.kind, f.sheet, f.counts,
         ${standing} AS stands
       FROM import_file f JOIN change_set s ON s.id = f.change_set_id ORDER BY f.id DESC LIMIT ? OFFSET ?`,
    )
    .all(slice.limit, slice.offset);
  return {
    total,
    rows: rows.map(({ counts, stands, ...row }) => ({
      ...row,
      counts: JSON.parse(counts),
      undone: stands === 0,
    })),
  };
}

/** Whether a file with this content was committed before and still stands. */
export function wasImported(db: ReadDb, sha256: string): boolean {
  return (
    db.query(`SELECT 1 FROM import_file f WHERE f.sha256 = ? AND ${standing} LIMIT 1`).get(sha256) !==
    undefined
  );
}

/** Where the rows of a firm were read, newest first. */
export function importRowsOfFirm(
  db: ReadDb,
  firmId: number,
): readonly {
  readonly fileName: string;
  readonly sheet: string;
  readonly row: number;
  readonly at: string;
}[] {
  return db
    .query<{ fileName: string; sheet: string; row: number; at: string }>(
      `SELECT f.file_name AS fileName, f.sheet, r.row_number AS row, s.at
       FROM import_row r JOIN import_file f ON f.id = r.import_id JOIN change_set s ON s.id = f.change_set_id
       WHERE r.firm_id = ? ORDER BY f.id DESC, r.row_number LIMIT 100`,
    )
    .all(firmId);
}

/** Imports whose rows no longer agree with the hash in their receipt. */
export function alteredImports(db: ReadDb): readonly number[] {
  return db
    .query<{ id: number; rows_hash: string }>('SELECT id, rows_hash FROM import_file ORDER BY id')
    .all()
    .filter((file) => {
      const rows = db
        .query<StoredRow>(
          'SELECT row_number, outcome, cells, issues FROM import_row WHERE import_id = ? ORDER BY row_number',
        )
        .iterate(file.id);
      return rowsHash(rows) !== file.rows_hash;
    })
    .map(({ id }) => id);
}

type StoredRow = {
  readonly row_number: number;
  readonly outcome: string;
  readonly cells: string;
  readonly issues: string;
};

function storedRow(row: NewImportRow): StoredRow {
  return {
    row_number: row.rowNumber,
    outcome: row.outcome,
    cells: JSON.stringify(row.cells),
    issues: JSON.stringify(row.issues),
  };
}

/** SHA-256 over the rows in the order of their numbers. */
function rowsHash(rows: Iterable<StoredRow>): string {
  const hash = createHash('sha256');
  for (const row of rows)
    hash.update(`${JSON.stringify([row.row_number, row.outcome, row.cells, row.issues])}\n`);
  return hash.digest('hex');
}
