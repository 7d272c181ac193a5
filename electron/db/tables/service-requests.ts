import type { Day } from '#shared/domain/day.ts';
import type { ServiceRequest } from '#shared/domain/service-request.ts';
import type { ReadDb, SqlValue, WriteTx } from '../handles.ts';

const columns = `id, firm_id AS firmId, visit_id AS visitId, received_on AS receivedOn, request_kind AS kind,
  content AS text, unit, due_on AS dueOn, answer, closed_on AS closedOn, satisfaction`;

/** All requests (诉求), by the day they came in. */
export function listServiceRequests(db: ReadDb): readonly ServiceRequest[] {
  return db.query<ServiceRequest>(`SELECT ${columns} FROM service_request ORDER BY received_on, id`).all();
}

/** Requests of some firms, by the day they came in. */
export function requestsOfFirms(db: ReadDb, firmIds: readonly number[]): readonly ServiceRequest[] {
  return db
    .query<ServiceRequest>(
      `SELECT ${columns} FROM service_request WHERE firm_id IN (SELECT value FROM json_each(?))
       ORDER BY received_on, id`,
    )
    .all(JSON.stringify(firmIds));
}

/** One request, if it is there. */
export function getServiceRequest(db: ReadDb, id: number): ServiceRequest | undefined {
  return db.query<ServiceRequest>(`SELECT ${columns} FROM service_request WHERE id = ?`).get(id);
}

/** How many requests were due before a day and not closed by then. */
export function countOverdueRequests(db: ReadDb, day: Day): number {
  const counted = db
    .query<{ n: number }>(
      'SELECT count(*) AS n FROM service_request WHERE due_on < ? AND (closed_on IS NULL OR closed_on > ?)',
    )
    .get(day, day);
  return counted?.n ?? 0;
}

/** Adds a request. */
export function insertServiceRequest(tx: WriteTx, request: Omit<ServiceRequest, 'id'>): void {
  tx.write(
    `INSERT INTO service_request (firm_id, visit_id, received_on, request_kind, content, unit, due_on, answer,
       closed_on, satisfaction) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(request.firmId, ...valuesOf(request));
}

/** Writes a request that is there. */
export function updateServiceRequest(tx: WriteTx, request: Omit<ServiceRequest, 'firmId'>): void {
  tx.write(
    `UPDATE service_request SET visit_id = ?, received_on = ?, request_kind = ?, content = ?, unit = ?, due_on = ?,
       answer = ?, closed_on = ?, satisfaction = ? WHERE id = ?`,
  ).run(...valuesOf(request), request.id);
}

/** Removes a request. */
export function deleteServiceRequest(tx: WriteTx, id: number): void {
  tx.write('DELETE FROM service_request WHERE id = ?').run(id);
}

function valuesOf(request: Omit<ServiceRequest, 'id' | 'firmId'>): SqlValue[] {
  return [
    request.visitId,
    request.receivedOn,
    request.kind,
    request.text,
    request.unit,
    request.dueOn,
    request.answer,
    request.closedOn,
    request.satisfaction,
  ];
}
