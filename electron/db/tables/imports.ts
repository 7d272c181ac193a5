import { createHash } from 'node:crypto';
import type { ReadDb, WriteTx } from '../handles.ts';
import { firmIdsOf, standingUndos } from '../history.ts';

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
  /** The firm that it became part of, if any. */
  readonly firmId: number | null;
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

/** Number that the next import gets; title events refer to it before its receipt is written by `insertImport`. */
export function nextImportId(tx: WriteTx): number {
  const last = tx.query<{ id: number }>('SELECT id FROM import_file ORDER BY id DESC LIMIT 1').get();
  return (last?.id ?? 0) + 1;
}

/** Writes the rows of an import as they come, in the order of their numbers, and its receipt, which carries a hash over them. */
export function insertImport(
  tx: WriteTx,
  importId: number,
  file: NewImport,
  rows: Iterable<NewImportRow>,
): void {
  const insertRow = tx.write(
    'INSERT INTO import_row (import_id, row_number, firm_id, outcome, cells, issues) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const hash = new RowsHash();
  for (const row of rows) {
    const stored = storedRow(row);
    hash.add(stored);
    insertRow.run(importId, stored.row_number, stored.firm_id, stored.outcome, stored.cells, stored.issues);
  }
  tx.write(
    `INSERT INTO import_file (id, change_set_id, file_name, sha256, size, format, kind, sheet, header_row, mapping,
       counts, issues, row_count, rows_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    importId,
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
    hash.rows,
    hash.digest(),
  );
}

/** Imports, newest first. An import counts as undone while the change set that took it back stands. */
export function listImports(
  db: ReadDb,
  slice: { readonly offset: number; readonly limit: number },
): { readonly total: number; readonly rows: readonly ImportRecord[] } {
  const total = db.query<{ total: number }>('SELECT count(*) AS total FROM import_file').get()?.total ?? 0;
  const rows = db
    .query<Omit<ImportRecord, 'counts' | 'undone'> & { counts: string }>(
      `SELECT f.id, f.change_set_id AS changeSetId, s.at, s.actor, f.file_name AS fileName, f.kind, f.sheet, f.counts
       FROM import_file f JOIN change_set s ON s.id = f.change_set_id ORDER BY f.id DESC LIMIT ? OFFSET ?`,
    )
    .all(slice.limit, slice.offset);
  const undone = standingUndos(db);
  return {
    total,
    rows: rows.map(({ counts, ...row }) => ({
      ...row,
      counts: JSON.parse(counts),
      undone: undone.has(row.changeSetId),
    })),
  };
}

/** Whether a file with this content was committed before and still stands. */
export function wasImported(db: ReadDb, sha256: string): boolean {
  const sets = db
    .query<{ changeSetId: number }>('SELECT change_set_id AS changeSetId FROM import_file WHERE sha256 = ?')
    .all(sha256);
  if (sets.length === 0) return false;
  const undone = standingUndos(db);
  return sets.some(({ changeSetId }) => !undone.has(changeSetId));
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
       WHERE r.firm_id IN (${firmIdsOf}) ORDER BY f.id DESC, r.row_number LIMIT 100`,
    )
    .all(firmId, firmId);
}

/** Imports whose rows no longer agree with the hash in their receipt. */
export function alteredImports(db: ReadDb): readonly number[] {
  return db
    .query<{ id: number; rows_hash: string }>('SELECT id, rows_hash FROM import_file ORDER BY id')
    .all()
    .filter((file) => {
      const rows = db
        .query<StoredRow>(
          'SELECT row_number, firm_id, outcome, cells, issues FROM import_row WHERE import_id = ? ORDER BY row_number',
        )
        .iterate(file.id);
      const hash = new RowsHash();
      for (const row of rows) hash.add(row);
      return hash.digest() !== file.rows_hash;
    })
    .map(({ id }) => id);
}

type StoredRow = {
  readonly row_number: number;
  readonly firm_id: number | null;
  readonly outcome: string;
  readonly cells: string;
  readonly issues: string;
};

function storedRow(row: NewImportRow): StoredRow {
  return {
    row_number: row.rowNumber,
    firm_id: row.firmId,
    outcome: row.outcome,
    cells: JSON.stringify(row.cells),
    issues: JSON.stringify(row.issues),
  };
}

/** SHA-256 over the rows in the order of their numbers. */
class RowsHash {
  readonly #hash = createHash('sha256');
  rows = 0;

  add({ row_number, firm_id, outcome, cells, issues }: StoredRow): void {
    this.#hash.update(`${JSON.stringify([row_number, firm_id, outcome, cells, issues])}\n`);
    this.rows += 1;
  }

  digest(): string {
    return this.#hash.digest('hex');
  }
}
