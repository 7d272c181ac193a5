import { existsSync, realpathSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import { type Connection, Ledger } from './handles.ts';
import { toAppError } from './sqlite-errors.ts';
import { syncFolder, syncPath } from './sync-files.ts';

/** A finished copy of the ledger. */
export type Backup = { readonly path: string; readonly bytes: number };

/**
 * Copies the whole ledger to a path: one compact file, opened again and checked before it takes its name, so a file
 * under that name is always a good copy. It takes the bare connection because a migration needs it before the ledger
 * is open for work. Throws `file-write-failed`, `disk-full`, `ledger-corrupt`.
 */
export function copyVerified(connection: Connection, path: string): Backup {
  if (isSameFile(connection.name, path)) throw new AppError('file-write-failed', { file: path });
  const temporary = `${path}.part-${process.pid}`;
  try {
    rmSync(temporary, { force: true });
    connection.prepare('VACUUM INTO ?').run(temporary);
    verifyCopy(temporary);
    syncPath(temporary);
    renameSync(temporary, path);
    syncFolder(dirname(path));
    return { path, bytes: statSync(path).size };
  } catch (error) {
    rmSync(temporary, { force: true });
    throw writeFailure(error, path);
  }
}

function verifyCopy(path: string): void {
  const copy = new Database(path, { fileMustExist: true, readonly: true });
  try {
    if (copy.pragma('integrity_check', { simple: true }) !== 'ok') throw new AppError('ledger-corrupt');
  } finally {
    copy.close();
  }
}

function isSameFile(first: string, second: string): boolean {
  return existsSync(first) && existsSync(second) && realpathSync(first) === realpathSync(second);
}

function writeFailure(error: unknown, path: string): AppError {
  const known = error instanceof AppError ? error : toAppError(error);
  const sorted = known?.code === 'disk-full' || known?.code === 'ledger-corrupt' ? known : undefined;
  const failure =
    sorted ?? new AppError(isDiskFull(error) ? 'disk-full' : 'file-write-failed', { file: path });
  failure.cause = error;
  return failure;
}

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOSPC';
}

/** Copies an open ledger to a path, as `copyVerified` does. */
export function backupLedger(ledger: Ledger, path: string): Backup {
  return copyVerified(Ledger.parts(ledger).connection, path);
}
