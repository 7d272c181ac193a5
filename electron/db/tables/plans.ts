import type { Improvement } from '#shared/domain/improvement.ts';
import type { Plan } from '#shared/domain/plan.ts';
import type { ReadDb, WriteTx } from '../handles.ts';

const columns = `plan.id, plan.firm_id AS firmId, plan.title_id AS titleId, application, opened_on AS openedOn,
  closed_on AS closedOn, result, contact, contact_unit AS contactUnit, note`;

/** A file without the diagnosis of its day, which is long. */
export type PlanHead = Omit<Plan, 'snapshot'>;

/** All files of the ledger (一企一策), newest first. */
export function listPlans(db: ReadDb): readonly PlanHead[] {
  return db.query<PlanHead>(`SELECT ${columns} FROM plan ORDER BY opened_on DESC, id DESC`).all();
}

/** Files of one firm: the running one first, then those that are closed, newest first. */
export function listFirmPlans(db: ReadDb, firmId: number): readonly Plan[] {
  return db
    .query<Plan>(
      `SELECT ${columns}, snapshot FROM plan WHERE firm_id = ?
       ORDER BY closed_on IS NOT NULL, opened_on DESC, id DESC`,
    )
    .all(firmId);
}

/** One file, if it is there. */
export function getPlan(db: ReadDb, id: number): Plan | undefined {
  return db.query<Plan>(`SELECT ${columns}, snapshot FROM plan WHERE id = ?`).get(id);
}

/** Adds a file and gives its id. */
export function insertPlan(tx: WriteTx, plan: Omit<Plan, 'id' | 'closedOn' | 'result'>): number {
  const { lastInsertRowid } = tx
    .write(
      `INSERT INTO plan (firm_id, title_id, application, opened_on, contact, contact_unit, note, snapshot)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      plan.firmId,
      plan.titleId,
      plan.application,
      plan.openedOn,
      plan.contact,
      plan.contactUnit,
      plan.note,
      plan.snapshot,
    );
  return Number(lastInsertRowid);
}

/** Writes all of a file anew; the firm it belongs to stays. */
export function updatePlan(tx: WriteTx, plan: Plan): void {
  tx.write(
    `UPDATE plan SET title_id = ?, application = ?, opened_on = ?, closed_on = ?, result = ?, contact = ?,
       contact_unit = ?, note = ?, snapshot = ? WHERE id = ?`,
  ).run(
    plan.titleId,
    plan.application,
    plan.openedOn,
    plan.closedOn,
    plan.result,
    plan.contact,
    plan.contactUnit,
    plan.note,
    plan.snapshot,
    plan.id,
  );
}

/** What the list of files says of a measure. */
export type MeasureHead = Pick<Improvement, 'firmId' | 'titleId' | 'owner' | 'dueOn' | 'state'>;

/** Measures of all firms, without their words. */
export function listMeasureHeads(db: ReadDb): readonly MeasureHead[] {
  return db
    .query<MeasureHead>(
      'SELECT firm_id AS firmId, title_id AS titleId, owner, due_on AS dueOn, state FROM improvement ORDER BY id',
    )
    .all();
}
