import type { z } from 'zod';
import type { RosterCountsSchema } from '#shared/contract/methods/imports.ts';
import type { DraftTable } from './draft-store.ts';

/** Counts of one table. */
export type RosterCounts = z.output<typeof RosterCountsSchema>;

/** Counts the rows of a table by outcome; `toConfirm` are those that still wait. */
export function countRows({ rows, confirmed }: Pick<DraftTable, 'rows' | 'confirmed'>): RosterCounts {
  const of = (outcome: string) => rows.filter((row) => row.outcome === outcome).length;
  return {
    rows: rows.length,
    created: of('create'),
    updated: of('update'),
    unchanged: of('unchanged'),
    conflicts: of('conflict'),
    rejected: of('reject'),
    ignored: of('ignore'),
    toConfirm: rows.filter((row) => row.toConfirm && !confirmed.has(row.checked.row)).length,
  };
}

/** Counts of what a commit does: rows that still wait are not written and count as rejected. */
export function countCommitted(table: Pick<DraftTable, 'rows' | 'confirmed'>): RosterCounts {
  const waiting = table.rows.filter((row) => row.toConfirm && !table.confirmed.has(row.checked.row));
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
