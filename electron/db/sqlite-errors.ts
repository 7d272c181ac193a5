import Database from 'better-sqlite3';
import { AppError, type ErrorCode } from '#shared/contract/errors.ts';

/** SQLite's families of errors that a person can do something about. */
const families: readonly (readonly [prefix: string, code: ErrorCode])[] = [
  ['SQLITE_BUSY', 'ledger-locked'],
  ['SQLITE_LOCKED', 'ledger-locked'],
  ['SQLITE_FULL', 'disk-full'],
  ['SQLITE_READONLY', 'ledger-read-only'],
  ['SQLITE_PERM', 'ledger-read-only'],
  ['SQLITE_CORRUPT', 'ledger-corrupt'],
  ['SQLITE_NOTADB', 'ledger-corrupt'],
  ['SQLITE_IOERR', 'ledger-io'],
  ['SQLITE_CANTOPEN', 'ledger-io'],
];

/** Whether an error came out of SQLite. */
export function isSqliteError(error: unknown): boolean {
  return error instanceof Database.SqliteError;
}

/** Sorts an error of SQLite into ours; nothing when it is a bug of ours or not SQLite's at all. */
export function toAppError(error: unknown): AppError | undefined {
  if (!(error instanceof Database.SqliteError)) return undefined;
  const family = families.find(([prefix]) => error.code.startsWith(prefix));
  return family === undefined ? undefined : new AppError(family[1]);
}

/** The broken rule when a constraint refused a row: its SQLite code and its message, such as `UNIQUE … firm.code`. */
export function brokenConstraint(
  error: unknown,
): { readonly code: string; readonly message: string } | undefined {
  if (!(error instanceof Database.SqliteError) || !error.code.startsWith('SQLITE_CONSTRAINT'))
    return undefined;
  return { code: error.code, message: error.message };
}
