import { AppError } from '#shared/contract/errors.ts';
import type { Connection } from './handles.ts';

/** How long a write waits for another process (window and command line side by side), in milliseconds. */
const busyTimeout = 5000;

/** Page cache in KiB: the index that a search scans must stay in memory at 100,000 firms. */
const cacheKib = 64_000;

/**
 * What every connection to a ledger must have. `synchronous` is the one that silently falls back:
 * from the second opening of a WAL file on the driver's build would use NORMAL, which can lose
 * confirmed work in a power cut. `recursive_triggers` lets INSERT OR REPLACE meet the audit triggers.
 * `temp_store` keeps in memory what SQLite sets aside to take back one statement: with triggers on every
 * table a file for it costs half the time of an import. It has no part in taking back a transaction.
 */
const required: readonly (readonly [name: string, setting: string, readBack: string | number])[] = [
  ['busy_timeout', String(busyTimeout), busyTimeout],
  ['journal_mode', 'WAL', 'wal'],
  ['synchronous', 'FULL', 2],
  ['foreign_keys', 'ON', 1],
  ['trusted_schema', 'OFF', 0],
  ['cell_size_check', 'ON', 1],
  ['recursive_triggers', 'ON', 1],
  ['cache_size', String(-cacheKib), -cacheKib],
  ['temp_store', 'MEMORY', 2],
];

/** Sets every required pragma and reads it back; throws `pragma-refused` when SQLite did not take one. */
export function applyPragmas(connection: Connection): void {
  for (const [name, setting, readBack] of required) {
    connection.pragma(`${name} = ${setting}`);
    const expected = name === 'journal_mode' && connection.memory ? 'memory' : readBack;
    if (connection.pragma(name, { simple: true }) !== expected) {
      throw new AppError('pragma-refused', { pragma: name });
    }
  }
}
