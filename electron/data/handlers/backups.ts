import { AppError } from '#shared/contract/errors.ts';
import type { backupMethods } from '#shared/contract/methods/backups.ts';
import { errorLine } from '#shared/text/error-text.ts';
import type { Backup, BackupKind } from '../backups/backup-files.ts';
import type { Context, Handlers } from '../context.ts';

type BackupMethod = Exclude<keyof typeof backupMethods, 'backups.choose' | 'backups.saveCopy'>;

const kindLabels: Readonly<Record<BackupKind, string>> = {
  daily: '每日自动',
  manual: '手工',
  import: '大批导入前',
  restore: '恢复前',
  upgrade: '升级前',
};

const dayLength = 86_400_000;

/** Copies of the ledger (备份) and going back to one (恢复). */
export const backupHandlers: Handlers<BackupMethod> = {
  'backups.list': (context) => {
    const backups = context.backups.list();
    const newest = backups[0];
    return {
      backups: backups.map(present),
      daysSince:
        newest === undefined
          ? null
          : Math.max(0, Math.floor((context.now().getTime() - new Date(newest.at).getTime()) / dayLength)),
      dailyFailure: failureText(context.backups.dailyFailure()),
    };
  },

  'backups.make': (context) => present(context.backups.make(context.open().ledger, 'manual')),

  'backups.restore': (context, { name }) => {
    const path = context.backups.find(name);
    if (path === undefined) throw new AppError('file-missing', { file: name });
    return restore(context, path, name);
  },

  'backups.restoreFile': (context, { tokens }) => {
    const file = context.files[tokens[0] ?? ''];
    if (file === undefined) throw new AppError('file-token-unknown');
    return restore(context, file.path, file.name);
  },
};

function restore(context: Context, path: string, name: string): Record<string, never> {
  context.restore(path, name);
  context.emit('data.changed', { changeSetId: null });
  return {};
}

function present(backup: Backup) {
  return { ...backup, kindLabel: kindLabels[backup.kind] };
}

function failureText(error: unknown): string | null {
  if (error === null) return null;
  if (error instanceof AppError) return errorLine({ code: error.code, params: error.params, id: '' });
  return error instanceof Error ? error.message : String(error);
}
