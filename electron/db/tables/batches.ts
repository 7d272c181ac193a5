import { AppError } from '#shared/contract/errors.ts';
import type { Day } from '#shared/domain/day.ts';
import type { ReadDb, WriteTx } from '../handles.ts';
import { brokenConstraint } from '../sqlite-errors.ts';

/** A batch of claims (兑现批次) of one year; locked before its public notice. */
export type StoredBatch = {
  readonly id: number;
  readonly year: number;
  readonly name: string;
  readonly lockedOn: Day | null;
  /** First and last day of the notice (公示期) and its length in working days. */
  readonly noticeFrom: Day | null;
  readonly noticeUntil: Day | null;
  readonly noticeDays: number | null;
  /** 受理部门与电话, as the notice prints it. */
  readonly noticeContact: string | null;
};

const columns =
  'id, year, name, locked_on AS lockedOn, notice_from AS noticeFrom, notice_until AS noticeUntil, ' +
  'notice_days AS noticeDays, notice_contact AS noticeContact';

/** All batches, newest first. */
export function listBatches(db: ReadDb): readonly StoredBatch[] {
  return db.query<StoredBatch>(`SELECT ${columns} FROM batch ORDER BY year DESC, id DESC`).all();
}

/** One batch. @throws AppError `not-found` */
export function getBatch(db: ReadDb, id: number): StoredBatch {
  const batch = db.query<StoredBatch>(`SELECT ${columns} FROM batch WHERE id = ?`).get(id);
  if (batch === undefined) throw new AppError('not-found');
  return batch;
}

/** Opens a batch and gives its id. Throws `batch-refused` when the year has one of that name. */
export function insertBatch(tx: WriteTx, batch: { readonly year: number; readonly name: string }): number {
  try {
    return Number(
      tx.write('INSERT INTO batch (year, name) VALUES (?, ?)').run(batch.year, batch.name).lastInsertRowid,
    );
  } catch (error) {
    if (brokenConstraint(error)?.message.includes('batch.name') ?? false) {
      throw new AppError('batch-refused', { problem: `${batch.year}年度已有名为“${batch.name}”的批次。` });
    }
    throw error;
  }
}

/** Locks a batch, or opens it again with null. */
export function lockBatch(tx: WriteTx, id: number, on: Day | null): void {
  tx.write('UPDATE batch SET locked_on = ? WHERE id = ?').run(on, id);
}

/** Sets the public notice of a batch. */
export function putNotice(
  tx: WriteTx,
  id: number,
  notice: { readonly from: Day; readonly until: Day; readonly days: number; readonly contact: string | null },
): void {
  tx.write(
    'UPDATE batch SET notice_from = ?, notice_until = ?, notice_days = ?, notice_contact = ? WHERE id = ?',
  ).run(notice.from, notice.until, notice.days, notice.contact, id);
}

/** Removes an empty batch. */
export function deleteBatch(tx: WriteTx, id: number): void {
  tx.write('DELETE FROM batch WHERE id = ?').run(id);
}

/** An objection (异议) raised during a notice. */
export type StoredObjection = {
  readonly id: number;
  readonly batchId: number;
  readonly claimId: number | null;
  readonly receivedOn: Day;
  /** Who raised it: a unit with its seal, or a person by real name. */
  readonly raisedBy: string;
  readonly content: string;
  /** 处理结果; null while open. */
  readonly outcome: string | null;
  readonly closedOn: Day | null;
};

const objectionColumns =
  'id, batch_id AS batchId, claim_id AS claimId, received_on AS receivedOn, raised_by AS raisedBy, content, ' +
  'outcome, closed_on AS closedOn';

/** Objections against a batch in the order they came. */
export function listObjections(db: ReadDb, batchId: number): readonly StoredObjection[] {
  return db
    .query<StoredObjection>(`SELECT ${objectionColumns} FROM objection WHERE batch_id = ? ORDER BY id`)
    .all(batchId);
}

/** Records an objection. */
export function insertObjection(
  tx: WriteTx,
  objection: Omit<StoredObjection, 'id' | 'outcome' | 'closedOn'>,
): void {
  tx.write(
    'INSERT INTO objection (batch_id, claim_id, received_on, raised_by, content) VALUES (?, ?, ?, ?, ?)',
  ).run(objection.batchId, objection.claimId, objection.receivedOn, objection.raisedBy, objection.content);
}

/** Records what came of an objection; gives whether it was open. */
export function closeObjection(tx: WriteTx, id: number, outcome: string, on: Day): boolean {
  return (
    tx
      .write('UPDATE objection SET outcome = ?, closed_on = ? WHERE id = ? AND closed_on IS NULL')
      .run(outcome, on, id).changes === 1
  );
}
