import type { Backup, BackupKind } from './backup-files.ts';

/** Daily copies kept, and of older ones the first of each month. */
const kept = { daily: 30, months: 12 };
/** Copies before an import kept. */
const importsKept = 10;

/**
 * The copies that may go: automatic ones beyond the newest 30 days and the first of each of 12 months, and all but
 * the newest ten of those made before an import. What a person made, or what preceded an upgrade or a restore, stays.
 * @param backups newest first
 */
export function expiredBackups(backups: readonly Backup[]): readonly Backup[] {
  const daily = ofKind(backups, 'daily');
  const recent = new Set(daily.slice(0, kept.daily));
  const firstOfMonth = new Map<string, Backup>();
  for (const backup of daily) firstOfMonth.set(backup.at.slice(0, 7), backup);
  const monthly = new Set([...firstOfMonth.values()].slice(0, kept.months));
  return [
    ...daily.filter((backup) => !recent.has(backup) && !monthly.has(backup)),
    ...ofKind(backups, 'import').slice(importsKept),
  ];
}

function ofKind(backups: readonly Backup[], kind: BackupKind): readonly Backup[] {
  return backups.filter((backup) => backup.kind === kind);
}
