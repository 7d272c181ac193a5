import type { Day } from '#shared/domain/day.ts';
import type { ServiceOfficer } from '#shared/domain/service-officer.ts';
import type { ReadDb, WriteTx } from '../handles.ts';

/** All stretches of all firms (服务专员), oldest first. */
export function listServiceOfficers(db: ReadDb): readonly ServiceOfficer[] {
  return db
    .query<ServiceOfficer>(
      `SELECT id, firm_id AS firmId, officer, unit, from_on AS "from", until_on AS until
       FROM service_officer ORDER BY from_on, id`,
    )
    .all();
}

/** Adds a stretch that goes on from its first day. */
export function insertServiceOfficer(tx: WriteTx, officer: Omit<ServiceOfficer, 'id' | 'until'>): void {
  tx.write('INSERT INTO service_officer (firm_id, officer, unit, from_on) VALUES (?, ?, ?, ?)').run(
    officer.firmId,
    officer.officer,
    officer.unit,
    officer.from,
  );
}

/** Ends a stretch on its last day. */
export function endServiceOfficer(tx: WriteTx, id: number, until: Day): void {
  tx.write('UPDATE service_officer SET until_on = ? WHERE id = ?').run(until, id);
}
