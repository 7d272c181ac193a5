import type { Day } from '#shared/domain/day.ts';
import type { Fen } from '#shared/domain/money.ts';
import type { ReadDb, WriteTx } from '../handles.ts';

/** One use (使用) of a sum that the document sets aside each year. */
export type StoredFundUse = {
  readonly id: number;
  /** Budget clause of the pack. */
  readonly fundId: string;
  readonly usedOn: Day;
  readonly amountFen: Fen;
  readonly purpose: string;
  /** 文号 or voucher; null when none. */
  readonly document: string | null;
};

/** Uses in a calendar year, oldest first. */
export function listFundUses(db: ReadDb, year: number): readonly StoredFundUse[] {
  return db
    .query<StoredFundUse>(
      `SELECT id, fund_id AS fundId, used_on AS usedOn, amount_fen AS amountFen, purpose, document
       FROM fund_use WHERE used_on BETWEEN ? AND ? ORDER BY used_on, id`,
    )
    .all(`${year}-01-01`, `${year}-12-31`);
}

/** Records a use. */
export function insertFundUse(tx: WriteTx, use: Omit<StoredFundUse, 'id'>): void {
  tx.write(
    'INSERT INTO fund_use (fund_id, used_on, amount_fen, purpose, document) VALUES (?, ?, ?, ?, ?)',
  ).run(use.fundId, use.usedOn, use.amountFen, use.purpose, use.document);
}

/** Takes a use away; answers whether it was there. */
export function deleteFundUse(tx: WriteTx, id: number): boolean {
  return tx.write('DELETE FROM fund_use WHERE id = ?').run(id).changes > 0;
}
