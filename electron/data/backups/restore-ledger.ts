import { existsSync } from 'node:fs';
import { changeSet } from '#electron/db/change-set.ts';
import { replaceLedger } from '#electron/db/restore.ts';
import { putSetting } from '#electron/db/tables/settings.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { AttachmentFiles } from '../attachments/attachment-files.ts';
import type { OpenLedger } from '../context.ts';
import { openExisting } from '../open-existing.ts';
import type { BackupFiles } from './backup-files.ts';

/** What restoring needs to know of the core. */
export type RestoreOptions = {
  readonly databasePath: string;
  readonly actor: string;
  readonly now: Date;
  readonly backups: BackupFiles;
  readonly attachments: Pick<AttachmentFiles, 'bringFrom'>;
};

/**
 * Puts a checked copy in the place of the ledger: what is there now is itself copied first (恢复前), or kept as it is
 * when it cannot be opened; then the file is exchanged, attachments that lie beside the copy
 * come along, and the restore stands in the audit trail. The ledger of before
 * is closed in any case; when anything fails before the exchange, its file is as it was. Throws what `copyVerified` and
 * `replaceLedger` throw.
 */
export function restoreLedger(
  { databasePath, actor, now, backups, attachments }: RestoreOptions,
  current: OpenLedger | undefined,
  path: string,
  name: string,
): OpenLedger {
  const before = current ?? openOrNothing(databasePath);
  try {
    if (before !== undefined) backups.make(before.ledger, 'restore');
  } finally {
    before?.ledger.close();
  }
  replaceLedger(databasePath, path, {
    keepOriginal: before === undefined && existsSync(databasePath),
    now,
  });
  attachments.bringFrom(path);
  const restored = openExisting(databasePath);
  if (restored === undefined) throw new AppError('ledger-missing', { file: databasePath });
  changeSet(restored.ledger, { actor, kind: 'restore', reason: `从备份恢复：${name}`, at: now }, (tx) =>
    putSetting(tx, 'restored-from', name),
  );
  return restored;
}

/** The ledger that is there, or nothing when it cannot be opened: that is when a restore is needed most. */
function openOrNothing(path: string): OpenLedger | undefined {
  try {
    return openExisting(path);
  } catch (error) {
    if (error instanceof AppError) return undefined;
    throw error;
  }
}
