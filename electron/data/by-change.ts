import { changedSince, latestChangeSetId } from '#electron/db/history.ts';
import type { ReadDb } from '#electron/db/open.ts';

/**
 * Keeps what is derived from the whole ledger until one of the tables it is read from has changed: every write is
 * recorded by table, so what the trail does not name is as it was. A pack that was put in place is a change of
 * `setting`. What else is handed over (the pack, the open ledger) must follow from the ledger.
 */
export function byChange<Rest extends readonly unknown[], T>(
  tables: readonly string[],
  derive: (db: ReadDb, ...rest: Rest) => T,
): (db: ReadDb, ...rest: Rest) => T {
  const watched = [...tables, 'setting'];
  const known = new WeakMap<ReadDb, { readonly changeSetId: number; readonly value: T }>();
  return (db, ...rest) => {
    const changeSetId = latestChangeSetId(db);
    const before = known.get(db);
    const fresh =
      before !== undefined &&
      (before.changeSetId === changeSetId || !changedSince(db, before.changeSetId, watched));
    const value = fresh ? before.value : derive(db, ...rest);
    if (before?.changeSetId !== changeSetId) known.set(db, { changeSetId, value });
    return value;
  };
}
