import type { Day } from '#shared/domain/day.ts';
import { nameKey } from '#shared/roster/values/name-key.ts';
import type { ReadDb, WriteTx } from '../handles.ts';

/** A name that a firm no longer bears (曾用名), with the days between which it did, as far as known. */
export type FormerName = {
  readonly id: number;
  readonly name: string;
  readonly from: Day | null;
  readonly until: Day | null;
};

/** Former names of a firm, oldest first. */
export function listFormerNames(db: ReadDb, firmId: number): readonly FormerName[] {
  return db
    .query<FormerName>(
      'SELECT id, name, from_on AS "from", until_on AS until FROM firm_name WHERE firm_id = ? ORDER BY id',
    )
    .all(firmId);
}

/** Forgets a name that was never the firm's; the caller refreshes the firm's search columns. */
export function deleteFormerName(tx: WriteTx, id: number): void {
  tx.write('DELETE FROM firm_name WHERE id = ?').run(id);
}

/** Records a name that a firm bore; the caller refreshes the firm's search columns. */
export function insertFormerName(
  tx: WriteTx,
  firmId: number,
  former: { readonly name: string; readonly from: Day | null; readonly until: Day | null },
): void {
  tx.write('INSERT INTO firm_name (firm_id, name, name_key, from_on, until_on) VALUES (?, ?, ?, ?, ?)').run(
    firmId,
    former.name,
    nameKey(former.name),
    former.from,
    former.until,
  );
}
