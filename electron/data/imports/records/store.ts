import type { OpenLedger } from '#electron/data/context.ts';
import type { ReadDb, WriteTx } from '#electron/db/handles.ts';
import type { Day } from '#shared/domain/day.ts';
import type { ComparedRecord } from '#shared/roster/compare-records.ts';
import type { RecordLookup, RecordValues } from '#shared/roster/records/record.ts';

/** What a store needs beside the handle it works through. */
export type StoreContext = { readonly open: OpenLedger; readonly today: Day; readonly actor: string };

/** How one kind of record lies in the ledger: looked up, written, and read out for a form. */
export type RecordStore = {
  /** Fetches at once what comparing asks about these firms. */
  readonly lookup: (db: ReadDb, firmIds: readonly number[], context: StoreContext) => RecordLookup;
  readonly write: (tx: WriteTx, firmId: number, compared: ComparedRecord, context: StoreContext) => void;
  /**
   * Records of these firms in the values of their fields, by firm, as a form shows them.
   * @param which `form`: one of the kind's forms, null when it has one; `due`: with rows that wait to be filled in
   */
  readonly known: (
    db: ReadDb,
    firmIds: readonly number[],
    context: StoreContext,
    which: { readonly form: string | null; readonly due: boolean },
  ) => ReadonlyMap<number, readonly RecordValues[]>;
};

/** Rows of a table by their firm. */
export function byFirm<T extends { readonly firmId: number }>(
  rows: readonly T[],
): ReadonlyMap<number, readonly T[]> {
  const groups = new Map<number, T[]>();
  for (const row of rows) {
    const group = groups.get(row.firmId);
    if (group === undefined) groups.set(row.firmId, [row]);
    else group.push(row);
  }
  return groups;
}
