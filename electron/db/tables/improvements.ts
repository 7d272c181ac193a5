import type { Improvement } from '#shared/domain/improvement.ts';
import type { ReadDb, WriteTx } from '../handles.ts';

const select = `SELECT id, firm_id AS firmId, title_id AS titleId, weak_point AS weakPoint, action, owner,
  due_on AS dueOn, state, progress FROM improvement`;

/** Measures of one firm (一企一策), those due first on top, those without a day last. */
export function listImprovements(db: ReadDb, firmId: number): readonly Improvement[] {
  return db.query<Improvement>(`${select} WHERE firm_id = ? ORDER BY due_on IS NULL, due_on, id`).all(firmId);
}

/** One measure, if it is there. */
export function getImprovement(db: ReadDb, id: number): Improvement | undefined {
  return db.query<Improvement>(`${select} WHERE id = ?`).get(id);
}

/** Adds a measure. */
export function insertImprovement(tx: WriteTx, item: Omit<Improvement, 'id'>): void {
  tx.write(
    `INSERT INTO improvement (firm_id, title_id, weak_point, action, owner, due_on, state, progress)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    item.firmId,
    item.titleId,
    item.weakPoint,
    item.action,
    item.owner,
    item.dueOn,
    item.state,
    item.progress,
  );
}

/** Writes all of a measure anew; the firm it belongs to stays. */
export function updateImprovement(tx: WriteTx, id: number, item: Omit<Improvement, 'id' | 'firmId'>): void {
  tx.write(
    `UPDATE improvement SET title_id = ?, weak_point = ?, action = ?, owner = ?, due_on = ?, state = ?,
       progress = ? WHERE id = ?`,
  ).run(item.titleId, item.weakPoint, item.action, item.owner, item.dueOn, item.state, item.progress, id);
}
