import { describe, expect, it } from 'vitest';
import type { Backup, BackupKind } from '#electron/data/backups/backup-files.ts';
import { expiredBackups } from '#electron/data/backups/rotation.ts';
import { addDays } from '#shared/domain/day.ts';

function copies(kind: BackupKind, days: number): Backup[] {
  return Array.from({ length: days }, (_, back) => {
    const day = addDays('2026-11-26', -back);
    return { name: `${kind}-${day}`, kind, at: `${day}T09:00:00`, bytes: 1 };
  });
}

describe('which copies go', () => {
  it('of daily ones, 30 days and the first of each of 12 months stay', () => {
    const backups = copies('daily', 500);
    const gone = new Set(expiredBackups(backups));
    const left = backups.filter((backup) => !gone.has(backup)).map(({ at }) => at.slice(0, 10));
    expect(left.slice(0, 30)).toEqual(copies('daily', 30).map(({ at }) => at.slice(0, 10)));
    expect(left.slice(30)).toEqual([
      '2026-10-01',
      '2026-09-01',
      '2026-08-01',
      '2026-07-01',
      '2026-06-01',
      '2026-05-01',
      '2026-04-01',
      '2026-03-01',
      '2026-02-01',
      '2026-01-01',
      '2025-12-01',
    ]);
  });

  it('what a person made, and what preceded a restore or an upgrade, never goes', () => {
    for (const kind of ['manual', 'restore', 'upgrade'] as const) {
      expect(expiredBackups(copies(kind, 500))).toEqual([]);
    }
    expect(expiredBackups(copies('import', 500))).toHaveLength(490);
  });
});
