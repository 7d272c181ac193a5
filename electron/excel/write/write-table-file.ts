import { createHash } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { AppError } from '#shared/contract/errors.ts';
import type { TableSheet } from './table-sheet.ts';
import { writeCsv } from './write-csv.ts';
import { writeXlsx } from './write-xlsx.ts';
import type { Sink } from './zip-file.ts';

/** What a written file holds: rows of its first sheet, and the hash over all its bytes. */
export type WrittenFile = { readonly rows: number; readonly sha256: string };

/** How the writing is followed. */
export type Writing = {
  readonly signal: AbortSignal;
  /** Hears the number of rows of the first sheet written so far. */
  readonly onRows: (rows: number) => void;
  /** The file is whole but not yet in its place; what throws here leaves none. */
  readonly beforePlacing?: (written: WrittenFile) => void;
};

/**
 * Writes tables to a file, `.xlsx` or `.csv` by its ending (csv: the first sheet only). The file is made beside its
 * place and put there when it is whole, so that a cancelled or failed writing leaves what was there before.
 * Throws `cancelled`, `file-write-failed`, `file-too-long`.
 */
export async function writeTableFile(
  path: string,
  sheets: readonly TableSheet[],
  writing: Writing,
): Promise<WrittenFile> {
  const partial = `${path}.partial`;
  try {
    const written = await writeFile(partial, extname(path).toLowerCase(), sheets, writing);
    writing.beforePlacing?.(written);
    await rename(partial, path);
    return written;
  } catch (error) {
    await rm(partial, { force: true });
    if (writing.signal.aborted) throw new AppError('cancelled');
    throw isSystemError(error) ? new AppError('file-write-failed', { file: basename(path) }) : error;
  }
}

async function writeFile(
  path: string,
  ending: string,
  sheets: readonly TableSheet[],
  writing: Writing,
): Promise<WrittenFile> {
  const file = await open(path, 'w');
  try {
    const hash = createHash('sha256');
    const sink: Sink = async (bytes) => {
      hash.update(bytes);
      await file.write(bytes);
    };
    const rows = await writeAs(ending, sink, sheets, writing);
    await file.sync();
    return { rows, sha256: hash.digest('hex') };
  } finally {
    await file.close();
  }
}

function writeAs(
  ending: string,
  sink: Sink,
  sheets: readonly TableSheet[],
  writing: Writing,
): Promise<number> {
  const [first] = sheets;
  if (first === undefined) throw new Error('a file of tables has at least one');
  return ending === '.csv' ? writeCsv(sink, first, writing) : writeXlsx(sink, sheets, writing);
}

/** Errors of the file system carry the number of the system call's failure. */
function isSystemError(error: unknown): boolean {
  return error instanceof Error && 'errno' in error;
}
