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

/** A copy with personal data in clear, as the audit trail records it. */
export type ClearCopy = {
  /** What it is, such as `企业台账 120 家`. */
  readonly what: string;
  readonly fileName: string;
  readonly purpose: string;
};

/**
 * Records in the audit trail that personal data left in clear: who, when, what, the file's SHA-256, and what for.
 * Answers the number of the change set, which changes no row.
 */
export function recordClearCopy(
  context: Context,
  { what, fileName, purpose }: ClearCopy,
  file: WrittenFile,
): number | null {
  const reason = `导出未遮挡的个人信息：${what}；文件 ${fileName}，SHA-256 ${file.sha256}；用途：${purpose.trim() || '未填写'}`;
  const { id } = changeSet(
    context.open().ledger,
    { actor: context.actor, kind: 'export', reason, at: context.now(), keepEmpty: true },
    () => undefined,
  );
  return id;
}
