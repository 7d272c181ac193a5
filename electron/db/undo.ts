import { AppError } from '#shared/contract/errors.ts';
import { auditedTables, columnLabels, describeRow } from './audited-tables.ts';
import { changeSet, creationKind } from './change-set.ts';
import type { Ledger, WriteTx } from './handles.ts';
import { getChangeSet, parseImage, type RowImage } from './history.ts';
import { brokenConstraint } from './sqlite-errors.ts';
import { type UndoPart, undoObstacles } from './undo-check.ts';

/** Who takes a change set back, and why. */
export type UndoMeta = { readonly actor: string; readonly reason: string; readonly at?: Date };

/** Most lines that a refusal lists; the rest is a number. */
const linesShown = 200;

/** Changes read at a time: an import of 50,000 rows must not be in memory at once. */
const chunk = 1000;

/**
 * Takes a change set back (撤销) by a new change set that puts every row as it was before, last change first;
 * undoing an undo does the work again. All or nothing: throws `undo-moved-on` with one line for each row that
 * has changed since or that newer rows depend on, `undo-done-already`, and `undo-nothing` when there is no
 * such set, it changed no row (an export in clear), or it is the one that made the ledger. Import receipts stay: they say what was read.
 */
export function undoChangeSet(ledger: Ledger, id: number, meta: UndoMeta): { readonly id: number } {
  const done = changeSet(
    ledger,
    { actor: meta.actor, reason: meta.reason, at: meta.at, kind: 'undo', undoesId: id, keepEmpty: true },
    (tx) => {
      refuseUnlessStanding(tx, id);
      refuse(undoObstacles(tx, { changeSetId: id, firmId: null }));
      putBack(tx, { changeSetId: id, firmId: null });
    },
  );
  if (done.id === null) throw new Error('an undo is kept even when it changes nothing');
  return { id: done.id };
}

/**
 * Takes back what a change set did to one firm (撤销此项) and leaves the rest of it standing; the set itself does not
 * count as undone. Throws what `undoChangeSet` throws, and `undo-together` when rows are among it that mean nothing
 * without the rest.
 */
export function undoForFirm(
  ledger: Ledger,
  part: UndoPart & { readonly firmId: number },
  meta: UndoMeta,
): { readonly id: number } {
  const done = changeSet(
    ledger,
    { actor: meta.actor, reason: meta.reason, at: meta.at, kind: 'undo-part' },
    (tx) => {
      refuseUnlessStanding(tx, part.changeSetId);
      const tables = tablesOf(tx, part);
      if (tables.length === 0) throw new AppError('undo-nothing');
      if (tables.some((table) => auditedTables.get(table)?.standsAlone !== true))
        throw new AppError('undo-together');
      refuse(undoObstacles(tx, part));
      putBack(tx, part);
    },
  );
  if (done.id === null) throw new AppError('undo-nothing');
  return { id: done.id };
}

function tablesOf(tx: WriteTx, { changeSetId, firmId }: UndoPart): readonly string[] {
  return tx
    .query<{ name: string }>(
      'SELECT DISTINCT table_name AS name FROM change WHERE change_set_id = ? AND firm_id = ?',
    )
    .all(changeSetId, firmId)
    .map(({ name }) => name);
}

function refuseUnlessStanding(tx: WriteTx, id: number): void {
  const target = getChangeSet(tx, id);
  if (target === undefined || target.kind === creationKind) throw new AppError('undo-nothing');
  if (target.changeCount === 0 && target.undoesId === null) throw new AppError('undo-nothing');
  if (target.undoneById !== null) throw new AppError('undo-done-already', { by: target.undoneById });
}

function refuse(lines: readonly string[]): void {
  if (lines.length === 0) return;
  const shown = lines.slice(0, linesShown);
  if (lines.length > shown.length) shown.push(`另有 ${lines.length - shown.length} 项未列出`);
  throw new AppError('undo-moved-on', { count: lines.length }, shown);
}

type UndoStep = {
  readonly id: number;
  readonly table: string;
  readonly rowId: number;
  readonly before: string | null;
  readonly after: string | null;
};

function putBack(tx: WriteTx, { changeSetId, firmId }: UndoPart): void {
  const steps = tx.query<UndoStep>(
    `SELECT id, table_name AS "table", row_id AS rowId, before, after FROM change
     WHERE change_set_id = ? AND id < ? AND (? IS NULL OR firm_id = ?) ORDER BY id DESC LIMIT ${chunk}`,
  );
  let below = Number.MAX_SAFE_INTEGER;
  for (;;) {
    const slice = steps.all(changeSetId, below, firmId, firmId);
    for (const step of slice) {
      if (auditedTables.get(step.table)?.undoable) reverse(tx, step);
    }
    const last = slice.at(-1);
    if (last === undefined) return;
    below = last.id;
  }
}

function reverse(tx: WriteTx, step: UndoStep): void {
  const before = parseImage(step.before);
  try {
    const { changes } = writeImage(tx, step, before);
    if (changes !== 1) throw new Error(`undo of ${step.table} ${step.rowId} touched ${changes} rows`);
  } catch (error) {
    const line = conflictLine(tx, step, before ?? parseImage(step.after) ?? {}, error);
    if (line === undefined) throw error;
    throw new AppError('undo-moved-on', { count: 1 }, [line]);
  }
}

function writeImage(tx: WriteTx, step: UndoStep, before: RowImage | null): { readonly changes: number } {
  const { table, rowId } = step;
  if (before === null) return tx.write(`DELETE FROM ${table} WHERE id = ?`).run(rowId);
  const columns = Object.keys(before);
  const values = Object.values(before);
  if (step.after === null) {
    const places = columns.map(() => '?').join(', ');
    return tx.write(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${places})`).run(...values);
  }
  const assignments = columns.map((column) => `${column} = ?`).join(', ');
  return tx.write(`UPDATE ${table} SET ${assignments} WHERE id = ?`).run(...values, rowId);
}

/** What stands in the way when SQLite refuses a row that was right once. */
function conflictLine(tx: WriteTx, step: UndoStep, image: RowImage, error: unknown): string | undefined {
  const broken = brokenConstraint(error);
  const name = describeRow(tx, step.table, image);
  if (broken?.code === 'SQLITE_CONSTRAINT_FOREIGNKEY') return `${name}：它所属的企业或依据已不在台账中`;
  if (broken?.code === 'SQLITE_CONSTRAINT_TRIGGER' || broken?.code === 'SQLITE_CONSTRAINT_CHECK') {
    return `${name}：后来的办理以它为前提`;
  }
  if (broken?.code !== 'SQLITE_CONSTRAINT_UNIQUE') return undefined;
  const columns = [...broken.message.matchAll(/\w+\.(\w+)/g)].map((match) => match[1] ?? '');
  return `${name}：${columnLabels(step.table, columns).join('、') || '内容'} 已被其他记录使用`;
}
