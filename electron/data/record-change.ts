import { type ChangeSetResult, changeSet } from '#electron/db/change-set.ts';
import type { WriteTx } from '#electron/db/open.ts';
import type { Context } from './context.ts';

/** Writes in one change set under the operator's name and tells the pages; `reason` is what the history shows. */
export function recordChange<T>(
  context: Context,
  kind: string,
  reason: string,
  work: (tx: WriteTx) => T,
): ChangeSetResult<T> {
  const done = changeSet(
    context.open().ledger,
    { actor: context.actor, kind, reason, at: context.now() },
    work,
  );
  context.emit('data.changed', { changeSetId: done.id });
  return done;
}
