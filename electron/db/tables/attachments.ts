import type { Attachment, AttachmentOwner } from '#shared/domain/attachment.ts';
import type { ReadDb, WriteTx } from '../handles.ts';

type Row = Omit<Attachment, 'owner'> & { readonly firmId: number | null; readonly taskNoteId: number | null };

const columns = `id, firm_id AS firmId, task_note_id AS taskNoteId, attachment_name AS name, attachment_kind AS kind,
  content_sha256 AS sha256, content_bytes AS bytes, added_on AS addedOn, attachment_note AS note`;

const ownerColumn = { firm: 'firm_id', 'task-note': 'task_note_id' } as const;

/** Attachments (附件) of one owner, newest first. */
export function attachmentsOf(db: ReadDb, { kind, id }: AttachmentOwner): readonly Attachment[] {
  return db
    .query<Row>(`SELECT ${columns} FROM attachment WHERE ${ownerColumn[kind]} = ? ORDER BY id DESC`)
    .all(id)
    .map(attachmentOf);
}

/** How many attachments an owner has. */
export function countAttachments(db: ReadDb, { kind, id }: AttachmentOwner): number {
  const counted = db
    .query<{ n: number }>(`SELECT count(*) AS n FROM attachment WHERE ${ownerColumn[kind]} = ?`)
    .get(id);
  return counted?.n ?? 0;
}

/** All attachments, oldest first. */
export function listAttachments(db: ReadDb): readonly Attachment[] {
  return db.query<Row>(`SELECT ${columns} FROM attachment ORDER BY id`).all().map(attachmentOf);
}

/** One attachment, if it is there. */
export function getAttachment(db: ReadDb, id: number): Attachment | undefined {
  const row = db.query<Row>(`SELECT ${columns} FROM attachment WHERE id = ?`).get(id);
  return row === undefined ? undefined : attachmentOf(row);
}

function attachmentOf({ firmId, taskNoteId, ...row }: Row): Attachment {
  // The schema lets exactly one of the two be set.
  const owner: AttachmentOwner =
    firmId === null ? { kind: 'task-note', id: taskNoteId ?? 0 } : { kind: 'firm', id: firmId };
  return { ...row, owner };
}

/** Adds an attachment and gives its id. */
export function insertAttachment(tx: WriteTx, { owner, ...attachment }: Omit<Attachment, 'id'>): number {
  const { lastInsertRowid } = tx
    .write(
      `INSERT INTO attachment (firm_id, task_note_id, attachment_name, attachment_kind, content_sha256, content_bytes,
         added_on, attachment_note) VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
    )
    .run(
      owner.kind === 'firm' ? owner.id : null,
      owner.kind === 'task-note' ? owner.id : null,
      attachment.name,
      attachment.kind,
      attachment.sha256,
      attachment.bytes,
      attachment.addedOn,
      attachment.note,
    );
  return Number(lastInsertRowid);
}

/** Writes name, kind and note of an attachment that is there. */
export function updateAttachment(
  tx: WriteTx,
  { id, name, kind, note }: Pick<Attachment, 'id' | 'name' | 'kind' | 'note'>,
): void {
  tx.write(
    'UPDATE attachment SET attachment_name = ?, attachment_kind = ?, attachment_note = ? WHERE id = ?',
  ).run(name, kind, note, id);
}

/** Takes an attachment off its owner; its content stays, so that this can be undone. */
export function deleteAttachment(tx: WriteTx, id: number): void {
  tx.write('DELETE FROM attachment WHERE id = ?').run(id);
}
