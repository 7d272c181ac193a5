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
import { migrate, refuseNewer } from './migrate.ts';
import { applicationId } from './migrations/0010-audit.ts';
import { applyPragmas } from './pragmas.ts';
import { toAppError } from './sqlite-errors.ts';
import { syncFolder, syncPath } from './sync-files.ts';
import { putSetting } from './tables/settings.ts';

export { Ledger, type ReadDb, type WriteTx } from './handles.ts';

/** Which district the ledger is for, and who makes it. */
export type NewLedger = { readonly packId: string; readonly actor: string };

/**
 * Makes a new ledger (台账) and opens it. It is built under another name and given its own only when it is
 * whole, and never over a file that is there: that throws `ledger-exists`.
 */
export function createLedger(path: string, options: NewLedger): Ledger {
  const place = resolve(path);
  if (existsSync(place)) throw new AppError('ledger-exists', { file: place });
  mkdirSync(dirname(place), { recursive: true });
  const temporary = `${place}.new-${process.pid}`;
  removeDatabase(temporary);
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
 * Opens a ledger that exists and brings its schema up to date. Throws `ledger-missing`, `ledger-not-ours`
 * (other files, empty files), `ledger-newer`, `ledger-corrupt`, `ledger-locked`, `pragma-refused`;
 * the file is not touched before it is known to be ours.
 */
export function openLedger(path: string): Ledger {
  const place = resolve(path);
  if (!existsSync(place)) throw new AppError('ledger-missing', { file: place });
  if (!isOurs(place)) throw new AppError('ledger-not-ours', { file: place });
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
  });
}

/** Reads the first bytes as plain data: SQLite itself would already repair or change a foreign file. */
function isOurs(path: string): boolean {
  const header = firstBytes(path, 72);
  if (header.length < 72) return false;
  return (
    header.toString('latin1', 0, 16) === 'SQLite format 3\0' && header.readUInt32BE(68) === applicationId
  );
}

function firstBytes(path: string, count: number): Buffer {
  let file: number | undefined;
  try {
    file = openSync(path, 'r');
    const bytes = Buffer.alloc(count);
    return bytes.subarray(0, readSync(file, bytes, 0, count, 0));
  } catch (error) {
    if (hasCode(error, 'EISDIR')) return Buffer.alloc(0);
    throw new AppError('ledger-io');
  } finally {
    if (file !== undefined) closeSync(file);
  }
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
