import { changeSet } from '#electron/db/change-set.ts';
import { getAttachment, listAttachments } from '#electron/db/tables/attachments.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Attachment } from '#shared/domain/attachment.ts';
import type { Context } from '../context.ts';

/** One attachment. Throws `not-found`. */
export function attachmentById(context: Context, id: number): Attachment {
  const attachment = getAttachment(context.open().ledger.read, id);
  if (attachment === undefined) throw new AppError('not-found');
  return attachment;
}

/**
 * The content of an attachment for a person to look at, after the audit trail has taken down who looked: papers of
 * firms name people. Throws `not-found`, `attachment-lost`.
 */
export async function readAttachment(
  context: Context,
  id: number,
): Promise<{ readonly path: string; readonly name: string }> {
  const { name, sha256 } = attachmentById(context, id);
  const path = await context.attachments.find(sha256);
  if (path === undefined) throw new AppError('attachment-lost', { file: name });
  const done = changeSet(
    context.open().ledger,
    {
      actor: context.actor,
      kind: 'attachment-read',
      reason: `查看附件 ${name}`,
      at: context.now(),
      keepEmpty: true,
    },
    () => undefined,
  );
  context.emit('data.changed', { changeSetId: done.id });
  return { path, name };
}

/** Attachments whose content is lost, one Chinese line each; contents that copies could mend are mended. */
export async function lostAttachments(context: Context): Promise<readonly string[]> {
  const lost: string[] = [];
  const seen = new Map<string, boolean>();
  for (const { id, name, sha256 } of listAttachments(context.open().ledger.read)) {
    const whole = seen.get(sha256) ?? (await context.attachments.find(sha256)) !== undefined;
    seen.set(sha256, whole);
    if (!whole) lost.push(`附件第 ${id} 号“${name}”的内容不在了，或与登记时不同`);
  }
  return lost;
}
