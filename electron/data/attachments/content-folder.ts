import { createHash } from 'node:crypto';
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { syncFolder, syncPath } from '#electron/db/sync-files.ts';
import { AppError } from '#shared/contract/errors.ts';

const shelf = /^[0-9a-f]{2}$/;
const name = /^[0-9a-f]{64}$/;

/** Where a content lies in a folder of contents: in a shelf of the first two signs of its SHA-256. */
export function contentPath(folder: string, sha256: string): string {
  return join(folder, sha256.slice(0, 2), sha256);
}

/** SHA-256 of a file, read piece by piece; nothing when there is no such file or it cannot be read. */
export async function hashOf(path: string): Promise<string | undefined> {
  if (!existsSync(path)) return undefined;
  const hash = createHash('sha256');
  try {
    await pipeline(createReadStream(path), hash);
  } catch {
    // A disk that does not give the bytes back has lost them; the caller says so or takes the copy.
    return undefined;
  }
  return hash.digest('hex');
}

/**
 * Adds the contents of one folder that the other does not have; each is checked on the way, so that a damaged one is
 * never taken for a copy. Throws `disk-full`, `file-write-failed`.
 */
export function mirrorContents(from: string, to: string): void {
  for (const sha256 of contentsIn(from)) {
    const place = contentPath(to, sha256);
    if (existsSync(place)) continue;
    try {
      const bytes = readFileSync(contentPath(from, sha256));
      if (createHash('sha256').update(bytes).digest('hex') !== sha256) continue;
      mkdirSync(dirname(place), { recursive: true });
      writeFileSync(`${place}.part`, bytes);
      syncPath(`${place}.part`);
      renameSync(`${place}.part`, place);
      syncFolder(dirname(place));
    } catch (error) {
      if (!(error instanceof Error) || !('code' in error)) throw error;
      const failure =
        error.code === 'ENOSPC' ? new AppError('disk-full') : new AppError('file-write-failed', { file: to });
      failure.cause = error;
      throw failure;
    }
  }
}

function contentsIn(folder: string): readonly string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((entry) => shelf.test(entry))
    .flatMap((entry) => readdirSync(join(folder, entry)).filter((each) => name.test(each)));
}
