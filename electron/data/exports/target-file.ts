import { changeSet } from '#electron/db/change-set.ts';
import type { WrittenFile } from '#electron/excel/write/write-table-file.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Context, GrantedFile } from '../context.ts';

/** The place that a ticket stands for. Throws `file-token-unknown`. */
export function targetFile(context: Context, token: string): GrantedFile {
  const file = context.files[token];
  if (file === undefined) throw new AppError('file-token-unknown');
  return file;
}

/** A file with data of the ledger, as the audit trail records it. */
export type Copy = {
  /** What it is, such as `企业台账 120 家`. */
  readonly what: string;
  readonly fileName: string;
  /** Set when personal data stands in clear in it: what it is for. */
  readonly clearFor: string | null;
};

/**
 * Records in the audit trail that data left the ledger: who, when, what, the file's SHA-256, and for a copy in clear
 * what for. Answers the number of the change set, which changes no row.
 */
export function recordCopy(
  context: Context,
  { what, fileName, clearFor }: Copy,
  file: WrittenFile,
): number | null {
  const copy = `${what}；文件 ${fileName}，SHA-256 ${file.sha256}`;
  const meta =
    clearFor === null
      ? { kind: 'export-list', reason: `导出${copy}` }
      : {
          kind: 'export',
          reason: `导出未遮挡的个人信息：${copy}；用途：${clearFor.trim() || '未填写'}`,
        };
  const { id } = changeSet(
    context.open().ledger,
    { actor: context.actor, ...meta, at: context.now(), keepEmpty: true },
    () => undefined,
  );
  if (id !== null) context.emit('data.changed', { changeSetId: id });
  return id;
}
