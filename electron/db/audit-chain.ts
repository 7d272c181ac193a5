import { createHash } from 'node:crypto';
import type { StatementCache } from './handles.ts';

/** What a change set says about itself; every part of it is under the hash. */
export type ChangeSetHeader = {
  readonly id: number;
  readonly at: string;
  readonly actor: string;
  readonly kind: string;
  readonly reason: string;
  readonly undoesId: number | null;
  /** Hash of the set before; empty for the first. */
  readonly parentHash: string;
};

type StoredChange = {
  readonly id: number;
  readonly table_name: string;
  readonly row_id: number;
  readonly firm_id: number | null;
  readonly op: string;
  readonly before: string | null;
  readonly after: string | null;
};

/** Text gathered before it goes to the hash: fewer, larger updates are several times faster. */
const chunkLength = 1 << 18;

/**
 * SHA-256 over a change set, its parent's hash and all its changes in order, with their numbers. The lengths of
 * the images stand before them, so no two different records read the same, whatever someone puts into one.
 */
export function hashChangeSet(
  statements: StatementCache,
  header: ChangeSetHeader,
): { readonly hash: string; readonly changeCount: number } {
  const hash = createHash('sha256');
  const { id, at, actor, kind, reason, undoesId, parentHash } = header;
  let text = `${JSON.stringify([id, at, actor, kind, reason, undoesId, parentHash])}\n`;
  let changeCount = 0;
  const changes = statements.prepare<StoredChange>(
    'SELECT id, table_name, row_id, firm_id, op, before, after FROM change WHERE change_set_id = ? ORDER BY id',
  );
  for (const change of changes.iterate(id)) {
    changeCount += 1;
    text += changeText(change);
    if (text.length > chunkLength) {
      hash.update(text);
      text = '';
    }
  }
  return { hash: hash.update(text).digest('hex'), changeCount };
}

function changeText(change: StoredChange): string {
  const { id, table_name, row_id, firm_id, op, before, after } = change;
  const head = [id, table_name, row_id, firm_id, op, before?.length ?? null, after?.length ?? null];
  return `${JSON.stringify(head)}${before ?? ''}${after ?? ''}\n`;
}
