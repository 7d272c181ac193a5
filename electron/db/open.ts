import {
  closeSync,
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  openSync,
  readSync,
  rmSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import Database from 'better-sqlite3';
import { AppError } from '#shared/contract/errors.ts';
import { changeSet, creationKind } from './change-set.ts';
import { type Connection, Ledger } from './handles.ts';
import { migrate, refuseNewer, refuseVersion } from './migrate.ts';
import { applicationId } from './migrations/0010-audit.ts';
import { applyPragmas } from './pragmas.ts';
import { toAppError } from './sqlite-errors.ts';
import { syncFolder, syncPath } from './sync-files.ts';
import { putSetting, type SettingValue } from './tables/settings.ts';

export { Ledger, type ReadDb, type WriteTx } from './handles.ts';

/** Which district the ledger is for, who makes it, and further settings it starts with. */
export type NewLedger = {
  readonly packId: string;
  readonly actor: string;
  readonly settings?: Readonly<Record<string, SettingValue>>;
};

/**
 * Makes a new ledger (台账) and opens it. It is built under another name and given its own only when it is
 * whole, and never over a file that is there: that throws `ledger-exists`. Also throws `ledger-read-only`,
 * `disk-full`, `ledger-io` when the folder takes no file.
 */
export function createLedger(path: string, options: NewLedger): Ledger {
  const place = resolve(path);
  if (existsSync(place)) throw new AppError('ledger-exists', { file: place });
  const temporary = `${place}.new-${process.pid}`;
  makeEmpty(temporary);
  try {
    prepareLedger(
      temporary,
      () => new Database(temporary),
      (ledger) => {
        recordCreation(ledger, options);
        ledger.close();
      },
    );
    giveName(temporary, place);
  } finally {
    removeDatabase(temporary);
  }
  return openLedger(place);
}

/**
 * Opens a ledger that exists and brings its schema up to date. Throws `ledger-missing`, `ledger-empty` (no bytes),
 * `ledger-not-ours` (other files), `ledger-newer`, `ledger-corrupt`, `ledger-locked`, `ledger-read-only`,
 * `ledger-io`, `pragma-refused`; the file is not touched before it is known to be ours.
 */
export function openLedger(path: string): Ledger {
  const place = resolve(path);
  if (!existsSync(place)) throw new AppError('ledger-missing', { file: place });
  checkHeader(place);
  return prepareLedger(
    place,
    () => new Database(place, { fileMustExist: true }),
    (ledger) => ledger,
  );
}

/** A ledger in memory with the whole schema, for tests and trials; everything but the file is real. */
export function openMemoryLedger(options: NewLedger): Ledger {
  return prepareLedger(
    ':memory:',
    () => new Database(':memory:'),
    (ledger) => {
      recordCreation(ledger, options);
      return ledger;
    },
  );
}

/** Opens the connection, makes it safe, migrates; whatever fails, the file is closed and the error is ours. */
function prepareLedger<T>(path: string, connect: () => Connection, use: (ledger: Ledger) => T): T {
  let connection: Connection | undefined;
  try {
    connection = connect();
    refuseNewer(connection);
    applyPragmas(connection);
    migrate(connection);
    return use(new Ledger(path, connection));
  } catch (error) {
    connection?.close();
    throw toAppError(error) ?? error;
  }
}

function recordCreation(ledger: Ledger, options: NewLedger): void {
  changeSet(ledger, { actor: options.actor, kind: creationKind, reason: '新建台账' }, (tx) => {
    putSetting(tx, 'pack', options.packId);
    for (const [key, value] of Object.entries(options.settings ?? {})) putSetting(tx, key, value);
  });
}

/**
 * Looks at the first bytes (SQLite's file header) as plain data: SQLite itself would already repair or change a
 * foreign file, and the file of a newer program must stay as it is. Throws `ledger-empty`, `ledger-not-ours`,
 * `ledger-newer`.
 */
export function checkHeader(path: string): void {
  const header = firstBytes(path, 72);
  if (header?.length === 0) throw new AppError('ledger-empty', { file: path });
  const ours =
    header?.length === 72 &&
    header.toString('latin1', 0, 16) === 'SQLite format 3\0' &&
    header.readUInt32BE(68) === applicationId;
  if (!ours) throw new AppError('ledger-not-ours', { file: path });
  refuseVersion(header.readUInt32BE(60));
}

/** The first bytes of a file, fewer when it is shorter; nothing when it is a folder. */
function firstBytes(path: string, count: number): Buffer | undefined {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const bytes = Buffer.alloc(count);
    return bytes.subarray(0, readSync(file, bytes, 0, count, 0));
  } catch (error) {
    if (hasCode(error, 'EISDIR')) return undefined;
    throw new AppError('ledger-io');
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

/** Makes the file and its folders, so that the file system says by itself why it would not. */
function makeEmpty(path: string): void {
  try {
    mkdirSync(dirname(path), { recursive: true });
    removeDatabase(path);
    closeSync(openSync(path, 'wx'));
  } catch (error) {
    throw fileFailure(error) ?? error;
  }
}

/** Sorts an error of the file system into ours; nothing when it is none. */
function fileFailure(error: unknown): AppError | undefined {
  if (!(error instanceof Error) || !('syscall' in error)) return undefined;
  const readOnly = ['EACCES', 'EPERM', 'EROFS'].some((code) => hasCode(error, code));
  return new AppError(readOnly ? 'ledger-read-only' : hasCode(error, 'ENOSPC') ? 'disk-full' : 'ledger-io');
}

/** Puts the finished file in its place without ever replacing another. */
function giveName(temporary: string, place: string): void {
  try {
    linkSync(temporary, place);
  } catch (error) {
    if (hasCode(error, 'EEXIST')) throw new AppError('ledger-exists', { file: place });
    // Some disks know no links; an exclusive copy is the next best.
    copyFileSync(temporary, place, constants.COPYFILE_EXCL);
  }
  syncPath(place);
  syncFolder(dirname(place));
}

function removeDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
