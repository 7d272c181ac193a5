import type { FirmEvent } from '#shared/domain/firm-event.ts';
import type { ReadDb, WriteTx } from '../handles.ts';

/** Moves and closing of a firm (迁入, 迁出, 注销), oldest first. */
export function listFirmEvents(db: ReadDb, firmId: number): readonly FirmEvent[] {
  return db
    .query<FirmEvent>(
      `SELECT id, firm_id AS firmId, kind, event_on AS "on", document, note FROM firm_event
       WHERE firm_id = ? ORDER BY event_on, id`,
    )
    .all(firmId);
}

/** Adds a move or closing; the caller sets the status of the firm. */
export function insertFirmEvent(tx: WriteTx, event: Omit<FirmEvent, 'id'>): void {
  tx.write('INSERT INTO firm_event (firm_id, kind, event_on, document, note) VALUES (?, ?, ?, ?, ?)').run(
    event.firmId,
    event.kind,
    event.on,
    event.document,
    event.note,
  );
}
