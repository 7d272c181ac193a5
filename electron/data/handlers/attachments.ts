import {
  attachmentsOf,
  deleteAttachment,
  insertAttachment,
  updateAttachment,
} from '#electron/db/tables/attachments.ts';
import { getFirm } from '#electron/db/tables/firms.ts';
import { getTaskNote } from '#electron/db/tables/tasks.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { attachmentMethods } from '#shared/contract/methods/attachments.ts';
import {
  type AttachmentOwner,
  attachmentEndings,
  endingOf,
  guessAttachmentKind,
} from '#shared/domain/attachment.ts';
import { attachmentById } from '../attachments/read-attachment.ts';
import type { Context, GrantedFile, Handlers } from '../context.ts';
import { recordChange } from '../record-change.ts';
import { taskRule } from '../tasks.ts';

type AttachmentMethod = Exclude<
  keyof typeof attachmentMethods,
  'attachments.choose' | 'attachments.open' | 'attachments.saveAs'
>;

/** 附件. */
export const attachmentHandlers: Handlers<AttachmentMethod> = {
  'attachments.list': (context, { owner }) => {
    ownerName(context, owner);
    return {
      rows: attachmentsOf(context.open().ledger.read, owner).map(
        ({ owner: _owner, sha256: _sha256, ...row }) => row,
      ),
    };
  },

  'attachments.add': async (context, { tokens, owner }, job) => {
    const name = ownerName(context, owner);
    const files = tokens.map((token) => allowed(context.files[token]));
    const before = attachmentsOf(context.open().ledger.read, owner);
    const taken = new Set(before.map(({ sha256 }) => sha256));
    const fresh: (GrantedFile & { readonly sha256: string; readonly bytes: number })[] = [];
    const known: string[] = [];
    for (const [done, file] of files.entries()) {
      job.progress('复制', done, files.length);
      const content = await context.attachments.keep(file.path, job.signal);
      if (taken.has(content.sha256)) known.push(file.name);
      else fresh.push({ ...file, ...content });
      taken.add(content.sha256);
    }
    if (fresh.length === 0) return { owner, changeSetId: null, added: 0, known };
    const what = fresh.length === 1 ? (fresh[0]?.name ?? '') : `${fresh.length} 个文件`;
    const done = recordChange(context, 'attachment-add', `${name}：${what}`, (tx) => {
      for (const file of fresh)
        insertAttachment(tx, {
          owner,
          name: file.name,
          kind: guessAttachmentKind(file.name),
          sha256: file.sha256,
          bytes: file.bytes,
          addedOn: context.today(),
          note: null,
        });
    });
    return { owner, changeSetId: done.id, added: fresh.length, known };
  },

  'attachments.save': (context, input) => {
    const before = attachmentById(context, input.id);
    if (endingOf(input.name) !== endingOf(before.name))
      throw new AppError('attachment-refused', { problem: `文件名要以“.${endingOf(before.name)}”结尾` });
    const done = recordChange(context, 'attachment-save', input.name, (tx) => updateAttachment(tx, input));
    return { changeSetId: done.id };
  },

  'attachments.remove': (context, { id }) => {
    const { name } = attachmentById(context, id);
    const done = recordChange(context, 'attachment-remove', name, (tx) => deleteAttachment(tx, id));
    return { changeSetId: done.id };
  },
};

/** What the owner is called; throws `not-found` when there is none. */
function ownerName(context: Context, owner: AttachmentOwner): string {
  const open = context.open();
  const name =
    owner.kind === 'firm'
      ? getFirm(open.ledger.read, owner.id)?.fields.name
      : noteName(context, getTaskNote(open.ledger.read, owner.id));
  if (name === undefined) throw new AppError('not-found');
  return name;
}

function noteName(context: Context, note: ReturnType<typeof getTaskNote>): string | undefined {
  return note === undefined ? undefined : `${taskRule(context.open(), note.taskId).title} ${note.on}`;
}

function allowed(file: GrantedFile | undefined): GrantedFile {
  if (file === undefined) throw new AppError('file-token-unknown');
  if (!attachmentEndings.some((ending) => ending === endingOf(file.name))) {
    const problem = `“${file.name}”不是可以登记的文件，可以登记文档、表格、图片和压缩包（${attachmentEndings.join('、')}）`;
    throw new AppError('attachment-refused', { problem });
  }
  return file;
}
