import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import { checkHeader } from './open.ts';
import { syncFolder, syncPath } from './sync-files.ts';

/** Files that belong to a ledger that is or was open. */
const companions = ['-wal', '-shm', '-journal'] as const;

/**
 * Looks whether a file is a whole ledger that this program can open, without changing it. Throws `ledger-empty`,
 * `ledger-not-ours`, `ledger-newer`, `ledger-corrupt`, `file-missing`.
 */
export function checkBackup(path: string): void {
  if (!existsSync(path)) throw new AppError('file-missing', { file: path });
  checkHeader(path);
  let copy: Database.Database | undefined;
  try {
    copy = new Database(path, { fileMustExist: true, readonly: true });
    if (copy.pragma('integrity_check', { simple: true }) !== 'ok') throw new AppError('ledger-corrupt');
  } catch (error) {
    const failure = error instanceof AppError ? error : new AppError('ledger-corrupt');
    failure.cause = error;
    throw failure;
  } finally {
    copy?.close();
  }
}

/**
 * Puts a copy in the place of a ledger that this process has closed. It is prepared under another name and takes the
 * place in one step, so that at every moment there is a whole ledger under the name. A write-ahead log of the old one
 * must go first: left in place it would be played back over the copy and silently undo the restore.
 * @param keepOriginal whether the file that was there is kept as `<name>.corrupt-<time>`, for one that cannot be opened
 * @throws `ledger-locked` when another program has the ledger open; then nothing has changed
 */
export function replaceLedger(
  place: string,
  copy: string,
  { keepOriginal, now }: { readonly keepOriginal: boolean; readonly now: Date },
): void {
  // The last program to close a ledger folds its log in and removes it.
  if (!keepOriginal && existsSync(`${place}-wal`)) throw new AppError('ledger-locked');
  const incoming = `${place}.incoming-${process.pid}`;
  try {
    mkdirSync(dirname(place), { recursive: true });
    copyFileSync(copy, incoming);
    syncPath(incoming);
    if (keepOriginal) keepCopy(place, `${place}.corrupt-${stamp(now)}`);
    for (const suffix of companions) rmSync(place + suffix, { force: true });
    renameSync(incoming, place);
    syncFolder(dirname(place));
  } catch (error) {
    rmSync(incoming, { force: true });
    const failure = new AppError('ledger-locked');
    failure.cause = error;
    throw failure;
  }
}

function keepCopy(from: string, to: string): void {
  for (const suffix of ['', ...companions]) {
    if (existsSync(from + suffix)) copyFileSync(from + suffix, to + suffix);
  }
}

function stamp(moment: Date): string {
  return moment.toISOString().replace(/[-:]/g, '').slice(0, 15);
}
