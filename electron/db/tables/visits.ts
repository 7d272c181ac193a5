import type { Day } from '#shared/domain/day.ts';
import type { QuietFirm, Visit } from '#shared/domain/visit.ts';
import type { ReadDb, WriteTx } from '../handles.ts';

const columns = 'id, firm_id AS firmId, planned_on AS plannedOn, visited_on AS visitedOn, visitors, record';

/** All visits (走访), by their day. */
export function listVisits(db: ReadDb): readonly Visit[] {
  return db.query<Visit>(`SELECT ${columns} FROM visit ORDER BY coalesce(visited_on, planned_on), id`).all();
}

/** Visits of some firms, by their day. */
export function visitsOfFirms(db: ReadDb, firmIds: readonly number[]): readonly Visit[] {
  return db
    .query<Visit>(
      `SELECT ${columns} FROM visit WHERE firm_id IN (SELECT value FROM json_each(?))
       ORDER BY coalesce(visited_on, planned_on), id`,
    )
    .all(JSON.stringify(firmIds));
}

/** One visit, if it is there. */
export function getVisit(db: ReadDb, id: number): Visit | undefined {
  return db.query<Visit>(`SELECT ${columns} FROM visit WHERE id = ?`).get(id);
}

/** How many visits were planned for before a day and not made by then. */
export function countOverdueVisits(db: ReadDb, day: Day): number {
  const counted = db
    .query<{ n: number }>(
      'SELECT count(*) AS n FROM visit WHERE planned_on < ? AND (visited_on IS NULL OR visited_on > ?)',
    )
    .get(day, day);
  return counted?.n ?? 0;
}

/** Adds a visit and gives its id. */
export function insertVisit(tx: WriteTx, visit: Omit<Visit, 'id'>): number {
  return Number(
    tx
      .write('INSERT INTO visit (firm_id, planned_on, visited_on, visitors, record) VALUES (?, ?, ?, ?, ?)')
      .run(visit.firmId, visit.plannedOn, visit.visitedOn, visit.visitors, visit.record).lastInsertRowid,
  );
}

/** Writes a visit that is there. */
export function updateVisit(tx: WriteTx, visit: Omit<Visit, 'firmId'>): void {
  tx.write('UPDATE visit SET planned_on = ?, visited_on = ?, visitors = ?, record = ? WHERE id = ?').run(
    visit.plannedOn,
    visit.visitedOn,
    visit.visitors,
    visit.record,
    visit.id,
  );
}

/** Removes a visit; what was asked for on it stays. */
export function deleteVisit(tx: WriteTx, id: number): void {
  tx.write('UPDATE service_request SET visit_id = NULL WHERE visit_id = ?').run(id);
  tx.write('DELETE FROM visit WHERE id = ?').run(id);
}

/** Firms that asked not to be visited (免打扰). */
export function listQuietFirms(db: ReadDb): readonly QuietFirm[] {
  return db
    .query<QuietFirm>('SELECT id, firm_id AS firmId, from_on AS "from", reason FROM quiet_firm ORDER BY id')
    .all();
}

/** Leaves a firm in peace, or changes why. */
export function putQuietFirm(tx: WriteTx, quiet: Omit<QuietFirm, 'id'>): void {
  tx.write(
    `INSERT INTO quiet_firm (firm_id, from_on, reason) VALUES (?, ?, ?)
     ON CONFLICT (firm_id) DO UPDATE SET from_on = excluded.from_on, reason = excluded.reason`,
  ).run(quiet.firmId, quiet.from, quiet.reason);
}

/** Lets a firm be visited again. */
export function deleteQuietFirm(tx: WriteTx, firmId: number): void {
  tx.write('DELETE FROM quiet_firm WHERE firm_id = ?').run(firmId);
}
