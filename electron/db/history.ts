import type { ReadDb, SqlValue } from './handles.ts';

/** One change set (变更集) as the trail keeps it. */
export type ChangeSetRecord = {
  readonly id: number;
  /** Moment, ISO 8601 UTC; the order of sets is their number, the clock may have been wrong. */
  readonly at: string;
  readonly actor: string;
  readonly kind: string;
  readonly reason: string;
  readonly changeCount: number;
  /** The set that this one took back. */
  readonly undoesId: number | null;
  /** The set that took this one back and still stands; an undo that was undone does not count. */
  readonly undoneById: number | null;
};

/** All columns of a row at one moment. */
export type RowImage = Readonly<Record<string, SqlValue>>;

/** What happened to one row in one change set. */
export type RowChangeRecord = {
  readonly id: number;
  readonly changeSetId: number;
  readonly at: string;
  readonly actor: string;
  readonly kind: string;
  readonly reason: string;
  readonly table: string;
  readonly rowId: number;
  /** The firm it belongs to, if any. */
  readonly firmId: number | null;
  readonly operation: 'insert' | 'update' | 'delete';
  /** Null for a row that was new. */
  readonly before: RowImage | null;
  /** Null for a row that was removed. */
  readonly after: RowImage | null;
};

/** A slice of a long list. */
export type Slice = { readonly offset: number; readonly limit: number };

/** Which changes: of one set in their order, or of one row, newest first. */
export type ChangeScope =
  | { readonly changeSetId: number }
  | { readonly table: string; readonly rowId: number };

/** Number of a firm and of the records that were merged into it; takes the number twice. */
export const firmIdsOf = 'SELECT ? UNION ALL SELECT gone_id FROM firm_merge WHERE firm_id = ?';

type ChangeSetRow = Omit<ChangeSetRecord, 'undoneById'>;

const setColumns = 'id, at, actor, kind, reason, change_count AS changeCount, undoes_id AS undoesId';

/** Number of the newest change set, 0 when there is none: tells whether anything has been written since. */
export function latestChangeSetId(db: ReadDb): number {
  return db.query<{ id: number }>('SELECT id FROM change_set ORDER BY id DESC LIMIT 1').get()?.id ?? 0;
}

/** Whether a row of one of the tables was written by a change set after the given one. */
export function changedSince(db: ReadDb, changeSetId: number, tables: readonly string[]): boolean {
  const found = db
    .query<{ id: number }>(
      `SELECT id FROM change WHERE change_set_id > ? AND table_name IN (SELECT value FROM json_each(?)) LIMIT 1`,
    )
    .get(changeSetId, JSON.stringify(tables));
  return found !== undefined;
}

/** Change sets, newest first. */
export function listChangeSets(
  db: ReadDb,
  { offset, limit }: Slice,
): { readonly total: number; readonly rows: readonly ChangeSetRecord[] } {
  const undone = standingUndos(db);
  const rows = db
    .query<ChangeSetRow>(`SELECT ${setColumns} FROM change_set ORDER BY id DESC LIMIT ? OFFSET ?`)
    .all(limit, offset);
  return {
    total: count(db, 'SELECT count(*) AS n FROM change_set'),
    rows: rows.map((row) => ({ ...row, undoneById: undone.get(row.id) ?? null })),
  };
}

/** Change sets sealed within a period (moments ISO 8601 UTC, the end not in it), in their order, with their seals. */
export function changeSetsBetween(
  db: ReadDb,
  from: string,
  until: string,
): readonly (ChangeSetRecord & { readonly hash: string })[] {
  const undone = standingUndos(db);
  return db
    .query<ChangeSetRow & { readonly hash: string }>(
      `SELECT ${setColumns}, hash FROM change_set WHERE at >= ? AND at < ? ORDER BY id`,
    )
    .all(from, until)
    .map((row) => ({ ...row, undoneById: undone.get(row.id) ?? null }));
}

/** One change set, if there is one of that number. */
export function getChangeSet(db: ReadDb, id: number): ChangeSetRecord | undefined {
  const row = db.query<ChangeSetRow>(`SELECT ${setColumns} FROM change_set WHERE id = ?`).get(id);
  return row === undefined ? undefined : { ...row, undoneById: standingUndos(db).get(id) ?? null };
}

/**
 * Which change set is taken back by which. Newest first, an undo stands unless a later one that stands
 * took it back; so an undo that was undone no longer counts.
 */
export function standingUndos(db: ReadDb): ReadonlyMap<number, number> {
  const undoneBy = new Map<number, number>();
  const undos = db.query<{ id: number; undoesId: number }>(
    'SELECT id, undoes_id AS undoesId FROM change_set WHERE undoes_id IS NOT NULL ORDER BY id DESC',
  );
  for (const { id, undoesId } of undos.iterate()) {
    if (!undoneBy.has(id)) undoneBy.set(undoesId, id);
  }
  return undoneBy;
}

/** Changes of rows with what their set says of itself. */
export function listRowChanges(
  db: ReadDb,
  scope: ChangeScope,
  { offset, limit }: Slice,
): { readonly total: number; readonly rows: readonly RowChangeRecord[] } {
  const { where, values, order } = scopeSql(scope);
  return {
    total: count(db, `SELECT count(*) AS n FROM change WHERE ${where}`, ...values),
    rows: rowChangesWhere(db, `${where} ORDER BY change.id ${order} LIMIT ? OFFSET ?`, [
      ...values,
      limit,
      offset,
    ]),
  };
}

/** Changes of rows by a condition in SQL, which the caller writes. */
export function rowChangesWhere(
  db: ReadDb,
  condition: string,
  values: readonly SqlValue[],
): readonly RowChangeRecord[] {
  return db
    .query<Omit<RowChangeRecord, 'before' | 'after'> & { before: string | null; after: string | null }>(
      `SELECT change.id, change_set_id AS changeSetId, at, actor, kind, reason, table_name AS "table",
         row_id AS rowId, firm_id AS firmId, op AS operation, before, after
       FROM change JOIN change_set ON change_set.id = change.change_set_id WHERE ${condition}`,
    )
    .all(...values)
    .map((row) => ({ ...row, before: parseImage(row.before), after: parseImage(row.after) }));
}

/** Reads the JSON of a row image (null stays null); the triggers write nothing but objects of column values. */
export function parseImage<J extends string | null>(json: J): J extends null ? null : RowImage;
/** The same, as the compiler wants it said once more. */
export function parseImage(json: string | null): RowImage | null {
  // The triggers are the only writers of these columns, and write one value for each column.
  return json === null ? null : (JSON.parse(json) as RowImage);
}

function scopeSql(scope: ChangeScope): {
  readonly where: string;
  readonly values: readonly SqlValue[];
  readonly order: 'ASC' | 'DESC';
} {
  if ('changeSetId' in scope) {
    return { where: 'change.change_set_id = ?', values: [scope.changeSetId], order: 'ASC' };
  }
  return {
    where: 'change.table_name = ? AND change.row_id = ?',
    values: [scope.table, scope.rowId],
    order: 'DESC',
  };
}

function count(db: ReadDb, sql: string, ...values: SqlValue[]): number {
  return db.query<{ n: number }>(sql).get(...values)?.n ?? 0;
}
