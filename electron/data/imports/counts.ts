import type { z } from 'zod';
import type { RosterCountsSchema } from '#shared/contract/methods/imports.ts';
import type { ComparedRow } from '#shared/roster/compare-rows.ts';
import type { DraftTable } from './draft-store.ts';

/** Counts of one table. */
export type RosterCounts = z.output<typeof RosterCountsSchema>;

type Countable = Pick<DraftTable, 'rows' | 'work'>;

/** Whether a row waits for a confirmation that nobody has given. */
export function isWaiting(row: ComparedRow, { work }: Pick<DraftTable, 'work'>): boolean {
  return row.toConfirm && !work.confirmed.has(row.checked.row);
}

/** Counts the rows of a table by outcome; `toConfirm` are those that still wait. */
export function countRows(table: Countable): RosterCounts {
  const counts = { create: 0, update: 0, unchanged: 0, conflict: 0, reject: 0, ignore: 0 };
  let toConfirm = 0;
  for (const row of table.rows) {
    counts[row.outcome] += 1;
    if (isWaiting(row, table)) toConfirm += 1;
  }
  return {
    rows: table.rows.length,
    created: counts.create,
    updated: counts.update,
    unchanged: counts.unchanged,
    conflicts: counts.conflict,
    rejected: counts.reject,
    ignored: counts.ignore,
    toConfirm,
  };
}

/** Counts of what a commit does: rows that still wait are not written and count as rejected. */
export function countCommitted(table: Countable): RosterCounts {
  const waiting = table.rows.filter((row) => isWaiting(row, table));
  const counts = countRows(table);
  const held = (outcome: string) => waiting.filter((row) => row.outcome === outcome).length;
  return {
    ...counts,
    created: counts.created - held('create'),
    updated: counts.updated - held('update'),
    rejected: counts.rejected + waiting.length,
    toConfirm: 0,
  };
}
