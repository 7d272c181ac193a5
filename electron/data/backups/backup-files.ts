import { existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { backupLedger } from '#electron/db/backup.ts';
import type { Ledger } from '#electron/db/open.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { backupKinds } from '#shared/contract/methods/backups.ts';
import { type AttachmentFiles, contentsInBackups } from '../attachments/attachment-files.ts';
import { expiredBackups } from './rotation.ts';

/** Why a copy was made. 每日, 手工, 导入前, 恢复前, 升级前. */
export type BackupKind = (typeof backupKinds)[number];

/** A copy of the ledger beside it. `at` is local time, `YYYY-MM-DDTHH:MM:SS`. */
export type Backup = {
  readonly name: string;
  readonly kind: BackupKind;
  readonly at: string;
  readonly bytes: number;
};

/** The copies (备份) of one ledger: a folder beside it, and the copies that upgrades left next to it. */
export type BackupFiles = {
  /** Newest first. */
  readonly list: () => readonly Backup[];
  /**
   * Makes a verified copy with the contents of attachments that the copies do not have yet, then drops automatic ones
   * that are too many. Throws what `copyVerified` and `mirrorContents` throw.
   */
  readonly make: (ledger: Ledger, kind: Exclude<BackupKind, 'upgrade'>) => Backup;
  /** Makes the copy of the day unless there is one; a failure is kept for the page instead of thrown. */
  readonly makeDaily: (ledger: Ledger) => void;
  /** Why the last copy of the day could not be made; null when it could. */
  readonly dailyFailure: () => unknown;
  /** Path of a listed copy. */
  readonly find: (name: string) => string | undefined;
};

const folderCopy =
  /^(daily|manual|import|restore)-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})(?:-\d+)?\.sqlite$/;
const upgradeCopy = /\.before-v\d{4}-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})\.bak$/;

/** The copies of the ledger at this path. */
export function openBackupFiles(
  databasePath: string,
  now: () => Date,
  attachments: Pick<AttachmentFiles, 'copyTo'>,
): BackupFiles {
  const folder = `${databasePath}-backups`;
  let failure: unknown = null;

  const list = () =>
    [...inFolder(folder), ...besideLedger(databasePath)].sort((a, b) => (a.at < b.at ? 1 : -1));
  const make: BackupFiles['make'] = (ledger, kind) => {
    makeFolder(folder);
    const name = freeName(folder, `${kind}-${localStamp(now())}`);
    const { bytes } = backupLedger(ledger, join(folder, name));
    attachments.copyTo(join(folder, contentsInBackups));
    for (const old of expiredBackups(list())) rmSync(join(folder, old.name), { force: true });
    return { name, kind, at: localTime(now()), bytes };
  };
  return {
    list,
    make,
    makeDaily: (ledger) => {
      const today = localTime(now()).slice(0, 10);
      if (list().some(({ kind, at }) => kind === 'daily' && at.startsWith(today))) return;
      try {
        make(ledger, 'daily');
        failure = null;
      } catch (error) {
        failure = error;
      }
    },
    dailyFailure: () => failure,
    find: (name) => {
      const found = list().find((backup) => backup.name === name);
      if (found === undefined) return undefined;
      return join(found.kind === 'upgrade' ? dirname(databasePath) : folder, found.name);
    },
  };
}

function inFolder(folder: string): readonly Backup[] {
  return namesIn(folder).flatMap((name) => {
    const match = folderCopy.exec(name);
    if (match === null) return [];
    const [, kind, ...stamp] = match;
    // The pattern admits these four kinds only.
    return [{ name, kind: kind as BackupKind, at: timeOf(stamp), bytes: statSync(join(folder, name)).size }];
  });
}

/** Copies that an upgrade made; their names carry UTC. */
function besideLedger(databasePath: string): readonly Backup[] {
  const folder = dirname(databasePath);
  return namesIn(folder).flatMap((name) => {
    const match = name.startsWith(`${basename(databasePath)}.`) ? upgradeCopy.exec(name) : null;
    if (match === null) return [];
    const at = localTime(new Date(`${timeOf(match.slice(1))}Z`));
    return [{ name, kind: 'upgrade' as const, at, bytes: statSync(join(folder, name)).size }];
  });
}

function namesIn(folder: string): readonly string[] {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : [];
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (error) {
    const failure = new AppError('file-write-failed', { file: folder });
    failure.cause = error;
    throw failure;
  }
}

function freeName(folder: string, stem: string): string {
  for (let count = 1; ; count += 1) {
    const name = count === 1 ? `${stem}.sqlite` : `${stem}-${count}.sqlite`;
    if (!existsSync(join(folder, name))) return name;
  }
}

function timeOf([year, month, day, hour, minute, second]: readonly string[]): string {
  return `${year}-${month}-${day}T${hour}:${minute}:${second}`;
}

function localTime(moment: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = [moment.getFullYear(), two(moment.getMonth() + 1), two(moment.getDate())].join('-');
  return `${day}T${[moment.getHours(), moment.getMinutes(), moment.getSeconds()].map(two).join(':')}`;
}

function localStamp(moment: Date): string {
  return localTime(moment).replace(/[-:]/g, '');
}
