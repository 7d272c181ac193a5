import type { ReadDb, WriteTx } from '../handles.ts';

/** A layout of columns as a person confirmed it. */
export type ImportLayout = {
  /** SHA-256 over the headers in their order. */
  readonly fingerprint: string;
  /** Street that sends rosters of this layout; empty when it is not known. */
  readonly streetId: string;
  readonly kind: string;
  /** Field of each column from the left, JSON; null is 不导入. */
  readonly fields: string;
};

/** The layout with this fingerprint: that of the street, else that of any sender. */
export function findImportLayout(
  db: ReadDb,
  fingerprint: string,
  streetId: string,
): ImportLayout | undefined {
  return db
    .query<ImportLayout>(
      `SELECT fingerprint, street_id AS streetId, kind, fields FROM import_layout WHERE fingerprint = ?
       ORDER BY street_id = ? DESC, id DESC LIMIT 1`,
    )
    .get(fingerprint, streetId);
}

/** Remembers a layout, in place of what was known of it. */
export function saveImportLayout(tx: WriteTx, layout: ImportLayout): void {
  tx.write(
    `INSERT INTO import_layout (fingerprint, street_id, kind, fields) VALUES (?, ?, ?, ?)
     ON CONFLICT (fingerprint, street_id) DO UPDATE SET kind = excluded.kind, fields = excluded.fields`,
  ).run(layout.fingerprint, layout.streetId, layout.kind, layout.fields);
}
