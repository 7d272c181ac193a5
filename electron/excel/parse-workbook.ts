import { AppError } from '#shared/contract/errors.ts';
import { readCsv } from './csv-reader.ts';
import { guardFile } from './guards.ts';
import type { PackedWorkbook } from './packed-workbook.ts';
import { markupText } from './read/html-text.ts';
import { DoctypeError, UnknownPartError } from './read/part-errors.ts';
import { readXlsx } from './read/xlsx-book.ts';
import { WorkbookPacker } from './workbook-packer.ts';

/** Guards and parses the bytes of a roster file; one adapter a format. Throws the AppError that tells what is wrong. */
export async function parseWorkbook(bytes: Buffer, file: string): Promise<PackedWorkbook> {
  const format = guardFile(bytes, file);
  const read = await readSheets(bytes, file, format);
  const workbook = read.packed(format);
  if (workbook.sheets.every(({ rowNumbers }) => rowNumbers.length === 0))
    throw new AppError('sheet-empty', { file });
  return workbook;
}

async function readSheets(
  bytes: Buffer,
  file: string,
  format: PackedWorkbook['format'],
): Promise<WorkbookPacker> {
  const into = new WorkbookPacker();
  switch (format) {
    case 'csv':
      readCsv(bytes, into);
      return into;
    case 'xlsx':
      return readOwnFirst(bytes, file, into);
    case 'html':
      return readByLibrary(markupText(bytes) ?? '', file);
    default:
      return readByLibrary(bytes, file);
  }
}

/** Our own reader is an order of magnitude faster; what it does not know, the library may. */
async function readOwnFirst(bytes: Buffer, file: string, into: WorkbookPacker): Promise<WorkbookPacker> {
  try {
    readXlsx(bytes, into);
    return into;
  } catch (error) {
    if (error instanceof DoctypeError) throw new AppError('file-doctype', { file });
    if (error instanceof UnknownPartError) return readByLibrary(bytes, file);
    // Whatever else the reader stumbles over in a file is a fault of the file: it has no other input.
    throw new AppError('file-damaged', { file });
  }
}

/** Loaded only for files that need it: it is large. */
async function readByLibrary(content: Buffer | string, file: string): Promise<WorkbookPacker> {
  const { readWithLibrary } = await import('./read/library-reader.ts');
  const into = new WorkbookPacker();
  try {
    readWithLibrary(content, into);
    return into;
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (/password|encrypt/i.test(message)) throw new AppError('file-encrypted', { file });
    // Whatever the library stumbles over in a file is a fault of the file: it has no other input.
    throw new AppError('file-damaged', { file });
  }
}
