import { createHash, randomUUID } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { chmod, copyFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { syncFolder, syncPath } from '#electron/db/sync-files.ts';
import { AppError } from '#shared/contract/errors.ts';
import { attachmentLimit, endingOf } from '#shared/domain/attachment.ts';
import { safeFileName } from '#shared/text/file-name.ts';
import { contentPath, hashOf, mirrorContents } from './content-folder.ts';

/** The contents of attachments (附件) beside one ledger: each once, under its SHA-256, written whole or not at all. */
export type AttachmentFiles = {
  /** Takes a copy of a file. Throws `attachment-refused`, `cancelled`, `disk-full`, `file-write-failed`. */
  readonly keep: (
    path: string,
    signal: AbortSignal,
  ) => Promise<{ readonly sha256: string; readonly bytes: number }>;
  /** Path of a content that hashes to its name, mended from the copies when it does not; nothing when it is lost. */
  readonly find: (sha256: string) => Promise<string | undefined>;
  /** A copy to look at under a name that a person knows; what an earlier run lent is removed first. */
  readonly lend: (content: string, name: string) => Promise<string>;
  /** Adds to a folder what it does not have of the contents. */
  readonly copyTo: (folder: string) => void;
  /** Adds what the ledger does not have from the copies that lie beside a backup. */
  readonly bringFrom: (backup: string) => void;
};

/** Name of the folder of contents inside the folder of backups. */
export const contentsInBackups = 'files';

/** The contents of the ledger at this path. */
export function openAttachmentFiles(databasePath: string): AttachmentFiles {
  const folder = contentsBeside(databasePath);
  const copies = join(`${databasePath}-backups`, contentsInBackups);
  const lent = join(folder, 'lent');
  let lentBefore = false;

  const find: AttachmentFiles['find'] = async (sha256) => {
    const own = contentPath(folder, sha256);
    if ((await hashOf(own)) === sha256) return own;
    const copy = contentPath(copies, sha256);
    if ((await hashOf(copy)) !== sha256) return undefined;
    rmSync(own, { force: true });
    mirrorContents(copies, folder);
    return own;
  };
  return {
    keep: (path, signal) => keepContent(folder, path, signal),
    find,
    lend: async (content, name) => {
      if (!lentBefore) removeLent(lent);
      lentBefore = true;
      const ending = endingOf(name);
      const place = join(lent, randomUUID());
      mkdirSync(place, { recursive: true });
      const path = join(place, `${safeFileName(name.slice(0, -ending.length - 1))}.${ending}`);
      await copyFile(content, path);
      // The copy is to be looked at; work on it would be lost.
      await chmod(path, 0o444);
      return path;
    },
    copyTo: (to) => mirrorContents(folder, to),
    bringFrom: (backup) => {
      for (const from of [contentsBeside(backup), join(dirname(backup), contentsInBackups)])
        if (existsSync(from)) mirrorContents(from, folder);
    },
  };
}

/** Where the contents of the attachments of a ledger, or of a copy of one, lie. */
export function contentsBeside(databasePath: string): string {
  return `${databasePath}-files`;
}

/** A copy that its program still holds open cannot go on Windows; it goes next time. */
function removeLent(lent: string): void {
  for (const place of existsSync(lent) ? readdirSync(lent) : []) {
    try {
      for (const name of readdirSync(join(lent, place))) chmodSync(join(lent, place, name), 0o600);
      rmSync(join(lent, place), { recursive: true });
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error)) throw error;
    }
  }
}

async function keepContent(folder: string, path: string, signal: AbortSignal) {
  const temporary = join(folder, `part-${randomUUID()}`);
  const hash = createHash('sha256');
  let bytes = 0;
  try {
    mkdirSync(folder, { recursive: true });
    await pipeline(
      createReadStream(path),
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          bytes += chunk.length;
          if (bytes > attachmentLimit) throw tooLarge(path);
          hash.update(chunk);
          yield chunk;
        }
      },
      createWriteStream(temporary, { flags: 'wx' }),
      { signal },
    );
    if (bytes === 0) throw new AppError('attachment-refused', { problem: `“${basename(path)}”是空文件` });
    const sha256 = hash.digest('hex');
    const place = contentPath(folder, sha256);
    if ((await hashOf(place)) !== sha256) {
      syncPath(temporary);
      mkdirSync(dirname(place), { recursive: true });
      renameSync(temporary, place);
      syncFolder(dirname(place));
    }
    return { sha256, bytes };
  } catch (error) {
    if (error instanceof AppError) throw error;
    if (signal.aborted) throw new AppError('cancelled');
    throw writeFailure(error, path);
  } finally {
    rmSync(temporary, { force: true });
  }
}

function tooLarge(path: string): AppError {
  const problem = `“${basename(path)}”超过 ${attachmentLimit / 1024 / 1024} MB`;
  return new AppError('attachment-refused', { problem });
}

function writeFailure(error: unknown, path: string): unknown {
  if (!(error instanceof Error) || !('code' in error)) return error;
  const file = basename(path);
  if (error.code === 'ENOSPC') return new AppError('disk-full');
  if (error.code === 'ENOENT') return new AppError('file-missing', { file });
  return new AppError('file-write-failed', { file });
}
