import { rename, rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';

/** Lets a file be written beside its place and puts it there when it is whole. Throws `disk-full`, `file-write-failed`. */
export async function writeWhole(path: string, write: (partial: string) => Promise<void>): Promise<void> {
  const partial = `${path}.partial`;
  try {
    await write(partial);
    await rename(partial, path);
  } catch (error) {
    await rm(partial, { force: true });
    if (!(error instanceof Error) || !('code' in error)) throw error;
    const full = error.code === 'ENOSPC';
    const failure = full
      ? new AppError('disk-full')
      : new AppError('file-write-failed', { file: basename(path) });
    failure.cause = error;
    throw failure;
  }
}
