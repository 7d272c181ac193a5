import { hashChangeSet } from './audit-chain.ts';
import { type Connection, Ledger, type StatementCache, WriteTx } from './handles.ts';

/** Kind of the set that makes a ledger; it cannot be taken back. */
export const creationKind = 'create';

/** Who changes the ledger, what sort of work it is, and why. */
export type ChangeSetMeta = {
  readonly actor: string;
  /** Sort of work, such as `import`, `edit`, `undo`. */
  readonly kind: string;
  readonly reason: string;
  /** Moment of the work; now unless a test fixes it. Order follows the number, never the clock. */
  readonly at?: Date | undefined;
  /** Number of the change set that this one takes back. */
  readonly undoesId?: number;
  /** Keeps the set in the trail even when no row changed. */
  readonly keepEmpty?: boolean;
};

/** What a change set came to; `id` is null when nothing changed and so nothing was recorded. */
export type ChangeSetResult<T> = { readonly id: number | null; readonly value: T };

/**
 * The one way to write (变更集): runs the work in one synchronous transaction, in which the triggers record
 * every row before and after, then seals the record with a hash over it and the set before.
 * Whatever throws, nothing stays. Sets do not nest, and the work must not be asynchronous.
 */
export function changeSet<T>(
  ledger: Ledger,
  meta: ChangeSetMeta,
  work: (tx: WriteTx) => T,
): ChangeSetResult<T> {
  const { connection, statements } = Ledger.parts(ledger);
  if (connection.inTransaction) throw new Error('change sets do not nest');
  connection.exec('BEGIN IMMEDIATE');
  try {
    const last = lastChangeSet(statements);
    const tx = new WriteTx(statements, last.id + 1);
    openContext(statements, tx.changeSetId);
    const value = runWork(tx, work);
    closeContext(connection);
    const recorded = seal(statements, tx.changeSetId, last.hash, meta);
    connection.exec('COMMIT');
    return { id: recorded ? tx.changeSetId : null, value };
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    throw error;
  }
}

function runWork<T>(tx: WriteTx, work: (tx: WriteTx) => T): T {
  try {
    const value = work(tx);
    if (value instanceof Promise) throw new Error('the work of a change set must not be asynchronous');
    return value;
  } finally {
    tx.end();
  }
}

function lastChangeSet(statements: StatementCache): { readonly id: number; readonly hash: string } {
  const last = statements.prepare<{ id: number; hash: string }>(
    'SELECT id, hash FROM change_set ORDER BY id DESC LIMIT 1',
  );
  return last.get() ?? { id: 0, hash: '' };
}

function openContext(statements: StatementCache, changeSetId: number): void {
  statements.prepare('INSERT INTO change_context (id, change_set_id) VALUES (1, ?)').run(changeSetId);
}

function closeContext(connection: Connection): void {
  connection.exec('DELETE FROM change_context');
}

function seal(statements: StatementCache, id: number, parentHash: string, meta: ChangeSetMeta): boolean {
  const header = {
    id,
    at: (meta.at ?? new Date()).toISOString(),
    actor: meta.actor,
    kind: meta.kind,
    reason: meta.reason,
    undoesId: meta.undoesId ?? null,
    parentHash,
  };
  const { hash, changeCount } = hashChangeSet(statements, header);
  if (changeCount === 0 && meta.keepEmpty !== true) return false;
  statements
    .prepare(
      `INSERT INTO change_set (id, at, actor, kind, reason, undoes_id, change_count, parent_hash, hash)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      id,
      header.at,
      header.actor,
      header.kind,
      header.reason,
      header.undoesId,
      changeCount,
      parentHash,
      hash,
    );
  return true;
}
