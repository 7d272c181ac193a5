import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { Workbook } from '#shared/roster/grid.ts';
import { largestFile } from './guards.ts';
import { unpackWorkbook } from './packed-workbook.ts';
import { parseInWorker } from './parse-in-worker.ts';

/** A workbook with what identifies its file. */
export type ReadFile = { readonly workbook: Workbook; readonly sha256: string; readonly size: number };

/** What one file may take. */
const limits = { milliseconds: 60_000, megabytes: 1024 };

/**
 * Reads one roster file in a worker thread of its own, which ends with the work, on cancel, after too long or with
 * too much memory. Throws AppErrors (`file-*`, `sheet-empty`, `cancelled`).
 */
export async function readWorkbook(path: string, file: string, signal: AbortSignal): Promise<ReadFile> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined || !found.isFile()) throw new AppError('file-missing', { file });
  if (found.size > largestFile) {
    const size = Math.ceil(found.size / 1024 / 1024);
    throw new AppError('file-too-large', { file, size, limit: largestFile / 1024 / 1024 });
  }
  const sha256 = await hashFile(path);
  const worker = workerFile();
  const workbook =
    worker === undefined
      ? await parseHere(path, file)
      : await parseInWorker(worker, { path, file }, signal, limits);
  return { workbook, sha256, size: found.size };
}

/** Loaded only where it is used: the data process hands files to the worker and starts faster without the libraries. */
async function parseHere(path: string, file: string): Promise<Workbook> {
  const { parseWorkbook } = await import('./parse-workbook.ts');
  return unpackWorkbook(await parseWorkbook(await readFile(path), file));
}

/** The built worker beside this program; nothing when the sources run unbuilt, as in tests. */
function workerFile(): string | undefined {
  const path = join(import.meta.dirname ?? __dirname, 'excel-worker.cjs');
  return existsSync(path) ? path : undefined;
}

function hashFile(path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const hash = createHash('sha256');
    createReadStream(path)
      .on('data', (chunk) => hash.update(chunk))
      .once('error', reject)
      .once('end', () => resolve(hash.digest('hex')));
  });
}
