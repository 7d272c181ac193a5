import type { PoolEvent } from '#shared/domain/pool.ts';
import type { ReadDb, WriteTx } from '../handles.ts';

/** A pool event to be added. */
export type NewPoolEvent = Omit<PoolEvent, 'id'> & { readonly sample: boolean };

/** Pool events (培育库事件) of the whole ledger in the order they happened, firm by firm. */
export function listPoolEvents(db: ReadDb): readonly PoolEvent[] {
  return db
    .query<PoolEvent>(
      `SELECT id, firm_id AS firmId, pool_id AS poolId, kind, stage, exit, event_on AS "on", reason
       FROM pool_event ORDER BY firm_id, event_on, id`,
    )
    .all();
}

/** Adds a pool event and gives its id. */
export function insertPoolEvent(tx: WriteTx, event: NewPoolEvent): number {
  const { firmId, poolId, kind, stage, exit, on, reason, sample } = event;
  const result = tx
    .write(
      `INSERT INTO pool_event (firm_id, pool_id, kind, stage, exit, event_on, reason, sample)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(firmId, poolId, kind, stage, exit, on, reason, Number(sample));
  return Number(result.lastInsertRowid);
}
