import { AppError } from '#shared/contract/errors.ts';
import { copyVerified } from './backup.ts';
import type { Connection } from './handles.ts';
import { migrations as allMigrations } from './migrations/index.ts';
import type { Migration } from './migrations/migration.ts';
import { toAppError } from './sqlite-errors.ts';

/** Newest schema that this program knows. */
const newestVersion = lastVersion(allMigrations);

/** Schema version of an open file. */
function schemaVersion(connection: Connection): number {
  // `user_version` is an integer by SQLite's file format.
  return connection.pragma('user_version', { simple: true }) as number;
}

/** Throws `ledger-newer` when the file was written by a later program; the file stays as it is. */
export function refuseNewer(connection: Connection, known = newestVersion): void {
  refuseVersion(schemaVersion(connection), known);
}

/** The same for a version that was read without opening the file. */
export function refuseVersion(found: number, known = newestVersion): void {
  if (found > known) throw new AppError('ledger-newer', { found, known });
}

/**
 * Brings a ledger to the newest schema: one transaction a step, all or nothing each, after a verified copy
 * of an existing file beside it (`<name>.before-v0050-<time>.bak`). Throws `migration-failed` with the step.
 */
export function migrate(connection: Connection, migrations: readonly Migration[] = allMigrations): void {
  checkOrder(migrations);
  refuseNewer(connection, lastVersion(migrations));
  const from = schemaVersion(connection);
  const pending = migrations.filter((step) => step.version > from);
  if (pending.length === 0) return;
  if (from > 0 && !connection.memory) {
    copyVerified(connection, backupPath(connection.name, lastVersion(migrations), new Date()));
  }
  for (const step of pending) runStep(connection, step);
}

function runStep(connection: Connection, step: Migration): void {
  try {
    connection.exec('BEGIN IMMEDIATE');
    // Another process may have done this step while we waited for the lock.
    if (schemaVersion(connection) < step.version) {
      connection.exec(step.sql);
      connection.pragma(`user_version = ${step.version}`);
    }
    connection.exec('COMMIT');
  } catch (error) {
    if (connection.inTransaction) connection.exec('ROLLBACK');
    const failure = toAppError(error) ?? new AppError('migration-failed', { version: step.version });
    failure.cause = error;
    throw failure;
  }
}

/** A list that is not increasing is a mistake of the author and must not reach anyone. */
function checkOrder(migrations: readonly Migration[]): void {
  let previous = 0;
  for (const { version, name } of migrations) {
    if (!Number.isInteger(version) || version <= previous) {
      throw new Error(`migration ${version} (${name}) does not come after ${previous}`);
    }
    previous = version;
  }
}

function lastVersion(migrations: readonly Migration[]): number {
  return migrations.at(-1)?.version ?? 0;
}

function backupPath(path: string, version: number, now: Date): string {
  const time = now.toISOString().replace(/[-:]/g, '').slice(0, 15);
  return `${path}.before-v${String(version).padStart(4, '0')}-${time}.bak`;
}
