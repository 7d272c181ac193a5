import type { Fen } from '#shared/domain/money.ts';
import type { ReadDb, WriteTx } from '../handles.ts';

/** Money set aside (预算) for a clause in a year, 分. */
export type StoredBudget = { readonly clauseId: string; readonly amountFen: Fen };

/** The budget of a year by clause. */
export function listBudgets(db: ReadDb, year: number): readonly StoredBudget[] {
  return db
    .query<StoredBudget>('SELECT clause_id AS clauseId, amount_fen AS amountFen FROM budget WHERE year = ?')
    .all(year);
}

/** Sets or, with null, removes the budget of a clause in a year. */
export function putBudget(tx: WriteTx, year: number, clauseId: string, amountFen: Fen | null): void {
  if (amountFen === null) {
    tx.write('DELETE FROM budget WHERE year = ? AND clause_id = ?').run(year, clauseId);
    return;
  }
  tx.write(
    `INSERT INTO budget (year, clause_id, amount_fen) VALUES (?, ?, ?)
     ON CONFLICT (year, clause_id) DO UPDATE SET amount_fen = excluded.amount_fen`,
  ).run(year, clauseId, amountFen);
}
