import { auditedTables } from './audited-tables.ts';
import type { ReadDb } from './handles.ts';
import {
  type ChangeSetRecord,
  firmIdsOf,
  getChangeSet,
  type RowChangeRecord,
  rowChangesWhere,
  type Slice,
} from './history.ts';

/** What one change set did to a firm. */
export type FirmHistoryEntry = {
  readonly set: ChangeSetRecord;
  readonly rows: readonly RowChangeRecord[];
  /** Whether it reached other firms too, and what it did to this one can be taken back without them. */
  readonly alone: boolean;
};

/** The history of a firm with all that hangs on it and of the records merged into it, newest change set first. */
export function firmHistory(
  db: ReadDb,
  firmId: number,
  { offset, limit }: Slice,
): { readonly total: number; readonly entries: readonly FirmHistoryEntry[] } {
  const ofFirm = `firm_id IN (${firmIdsOf})`;
  const total = db
    .query<{ n: number }>(`SELECT count(DISTINCT change_set_id) AS n FROM change WHERE ${ofFirm}`)
    .get(firmId, firmId);
  const sets = db
    .query<{ id: number }>(
      `SELECT DISTINCT change_set_id AS id FROM change WHERE ${ofFirm} ORDER BY change_set_id DESC LIMIT ? OFFSET ?`,
    )
    .all(firmId, firmId, limit, offset);
  const entries = sets.flatMap(({ id }) => {
    const set = getChangeSet(db, id);
    if (set === undefined) return [];
    // The sign + keeps to the index by firm: a set may be an import of a hundred thousand rows.
    const rows = rowChangesWhere(db, `+change.change_set_id = ? AND change.${ofFirm}`, [id, firmId, firmId]);
    return [{ set, rows, alone: set.changeCount > rows.length && canUndoAlone(rows, firmId) }];
  });
  return { total: total?.n ?? 0, entries };
}

/** Whether rows are of tables that stand on their own, and all of one firm. */
function canUndoAlone(rows: readonly RowChangeRecord[], firmId: number): boolean {
  return rows.every((row) => row.firmId === firmId && auditedTables.get(row.table)?.standsAlone === true);
}
