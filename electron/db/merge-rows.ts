import { AppError } from '#shared/contract/errors.ts';
import type { Day } from '#shared/domain/day.ts';
import { nameKey } from '#shared/roster/values/name-key.ts';
import { tableLabel } from './audited-tables.ts';
import type { ReadDb, WriteTx } from './handles.ts';
import { brokenConstraint } from './sqlite-errors.ts';
import { insertFormerName, listFormerNames } from './tables/firm-names.ts';
import type { FirmRecord } from './tables/firm-row.ts';

/** A table that refers to firms, by which column. */
type FirmReference = { readonly table: string; readonly column: string };

/** Every reference to a firm that the schema knows: what a later step adds is moved without another word. */
function firmReferences(db: ReadDb): readonly FirmReference[] {
  return db
    .query<FirmReference>(
      `SELECT tables.name AS "table", keys."from" AS "column"
       FROM sqlite_schema AS tables, pragma_foreign_key_list(tables.name) AS keys
       WHERE tables.type = 'table' AND keys."table" = 'firm' AND tables.name <> 'firm_distinct'
       ORDER BY tables.name, keys."from"`,
    )
    .all();
}

/** How many rows of each table hang on a firm, tables in Chinese words, empty ones left out. */
export function rowsOfFirm(
  db: ReadDb,
  firmId: number,
): readonly { readonly label: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const { table, column } of firmReferences(db)) {
    const { n } = db
      .query<{ n: number }>(`SELECT count(*) AS n FROM ${table} WHERE ${column} = ?`)
      .get(firmId) ?? { n: 0 };
    if (n > 0) counts.set(tableLabel(table), (counts.get(tableLabel(table)) ?? 0) + n);
  }
  return [...counts].map(([label, count]) => ({ label, count }));
}

/**
 * Moves everything that hangs on one record to another and removes the record (合并), which stays known by number
 * and name. What only one of them may have must have been settled before.
 * @throws AppError `merge-refused` when both have something that a firm may have only once
 */
export function mergeRows(tx: WriteTx, keepId: number, gone: FirmRecord, on: Day): void {
  tx.write('DELETE FROM firm_distinct WHERE firm_id = ? OR other_id = ?').run(gone.id, gone.id);
  for (const { table, column } of firmReferences(tx)) {
    try {
      tx.write(`UPDATE ${table} SET ${column} = ? WHERE ${column} = ?`).run(keepId, gone.id);
    } catch (error) {
      if (brokenConstraint(error) === undefined) throw error;
      throw new AppError('merge-refused', {
        problem: `两家都有同一项“${tableLabel(table)}”，合并后会重复，请先删除或撤销其中一项`,
      });
    }
  }
  rememberName(tx, keepId, gone, on);
  tx.write('DELETE FROM firm WHERE id = ?').run(gone.id);
  tx.write(
    'INSERT INTO firm_merge (firm_id, gone_id, gone_name, gone_code, merged_on) VALUES (?, ?, ?, ?, ?)',
  ).run(keepId, gone.id, gone.fields.name, gone.fields.code, on);
}

/** The name of the record that goes is found again under the one that stays. */
function rememberName(tx: WriteTx, keepId: number, gone: FirmRecord, on: Day): void {
  const key = nameKey(gone.fields.name);
  const known = tx.query<{ key: string }>('SELECT name_key AS key FROM firm WHERE id = ?').get(keepId)?.key;
  if (known === key) return;
  if (listFormerNames(tx, keepId).some((former) => nameKey(former.name) === key)) return;
  insertFormerName(tx, keepId, { name: gone.fields.name, from: null, until: on });
}
