import { auditedTables, columnLabels, describeRow, tableLabel } from './audited-tables.ts';
import type { ReadDb } from './handles.ts';
import { parseImage, type RowImage } from './history.ts';

/** A change set, or what it did to one firm. */
export type UndoPart = { readonly changeSetId: number; readonly firmId: number | null };

/**
 * Why a change set can no longer be taken back, one line for each row that moved on since or that something
 * newer depends on; empty when nothing stands in the way.
 */
export function undoObstacles(db: ReadDb, part: UndoPart): readonly string[] {
  return [...movedRows(db, part), ...dependentRows(db, part)];
}

type Moved = {
  readonly table: string;
  readonly rowId: number;
  /** The last change of the row within the set. */
  readonly lastId: number;
  readonly left: string | null;
  readonly now: string | null;
};

/** Rows that are no longer what the set left; a row that was changed and changed back is not among them. */
function movedRows(db: ReadDb, { changeSetId, firmId }: UndoPart): readonly string[] {
  const candidates = db
    .query<Moved>(
      `WITH touched AS (
         SELECT table_name, row_id, max(id) AS last_id,
           (SELECT max(later.id) FROM change AS later
            WHERE later.table_name = change.table_name AND later.row_id = change.row_id) AS newest_id
         FROM change WHERE change_set_id = ? AND (? IS NULL OR firm_id = ?) GROUP BY table_name, row_id)
       SELECT touched.table_name AS "table", touched.row_id AS rowId, last_id AS lastId,
         last.after AS left, newest.after AS now
       FROM touched JOIN change AS last ON last.id = last_id JOIN change AS newest ON newest.id = newest_id
       WHERE newest_id > last_id ORDER BY last_id`,
    )
    .all(changeSetId, firmId, firmId);
  return candidates.flatMap((row) => {
    const left = parseImage(row.left);
    const now = parseImage(row.now);
    const columns = differingColumns(left, now);
    if (columns.length === 0) return [];
    return [movedLine(db, row, left, now, columns)];
  });
}

function movedLine(
  db: ReadDb,
  row: Moved,
  left: RowImage | null,
  now: RowImage | null,
  columns: readonly string[],
): string {
  const name = describeRow(db, row.table, left ?? now ?? {});
  const sets = `变更集 ${changedBy(db, row, columns).join('、')}`;
  if (now === null) return `${name}：已在${sets} 中删除`;
  if (left === null) return `${name}：已在${sets} 中重新加入`;
  const labels = columnLabels(row.table, columns);
  return `${name}：${labels.join('、') || '内容'} 已在${sets} 中改动`;
}

/** The later sets that gave these columns their present values. */
function changedBy(db: ReadDb, row: Moved, columns: readonly string[]): readonly number[] {
  const later = db
    .query<{ changeSetId: number; before: string | null; after: string | null }>(
      `SELECT change_set_id AS changeSetId, before, after FROM change
       WHERE table_name = ? AND row_id = ? AND id > ? ORDER BY id DESC`,
    )
    .all(row.table, row.rowId, row.lastId);
  const open = new Set(columns);
  const sets = new Set<number>();
  for (const change of later) {
    for (const column of differingColumns(parseImage(change.before), parseImage(change.after))) {
      if (open.delete(column)) sets.add(change.changeSetId);
    }
  }
  return [...sets].sort((a, b) => a - b);
}

/** Columns whose values differ; all of them when one of the rows is not there. Columns added later do not count. */
export function differingColumns(first: RowImage | null, second: RowImage | null): readonly string[] {
  if (first === null || second === null) return first === second ? [] : Object.keys(first ?? second ?? {});
  return Object.keys(first).filter((column) => column in second && first[column] !== second[column]);
}

type ForeignKey = { readonly child: string; readonly column: string; readonly parent: string };

/** Rows added since that refer to a row which the undo would remove. */
function dependentRows(db: ReadDb, { changeSetId, firmId }: UndoPart): readonly string[] {
  return foreignKeys(db).flatMap(({ child, column, parent }) =>
    db
      .query<{ parentImage: string; changeSetId: number; n: number }>(
        `SELECT made.after AS parentImage, max(link.change_set_id) AS changeSetId, count(DISTINCT child.id) AS n
         FROM change AS made JOIN ${child} AS child ON child.${column} = made.row_id
         JOIN change AS link ON link.table_name = '${child}' AND link.row_id = child.id
         WHERE made.change_set_id = ? AND made.table_name = ? AND made.op = 'insert'
           AND (? IS NULL OR made.firm_id = ?)
           AND NOT EXISTS (SELECT 1 FROM change AS own WHERE own.change_set_id = made.change_set_id
             AND own.table_name = '${child}' AND own.row_id = child.id)
         GROUP BY made.id ORDER BY made.id`,
      )
      .all(changeSetId, parent, firmId, firmId)
      .map(
        (row) =>
          `${describeRow(db, parent, parseImage(row.parentImage))}：` +
          `变更集 ${row.changeSetId} 又为它加入了${tableLabel(child)} ${row.n} 项`,
      ),
  );
}

/** References between tables that an undo puts back. */
function foreignKeys(db: ReadDb): readonly ForeignKey[] {
  return db
    .query<ForeignKey>(
      `SELECT tables.name AS child, keys."from" AS "column", keys."table" AS parent
       FROM sqlite_schema AS tables, pragma_foreign_key_list(tables.name) AS keys
       WHERE tables.type = 'table' ORDER BY tables.name, keys.id`,
    )
    .all()
    .filter(({ child, parent }) => isUndoable(child) && isUndoable(parent));
}

function isUndoable(table: string): boolean {
  return auditedTables.get(table)?.undoable ?? false;
}
