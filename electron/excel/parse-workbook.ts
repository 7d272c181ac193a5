import { AppError } from '#shared/contract/errors.ts';
import type { Workbook } from '#shared/roster/grid.ts';
import { readCsv } from './csv-reader.ts';
import { type FileFormat, guardFile } from './guards.ts';
import { markupText } from './read/html-text.ts';
import { DoctypeError, UnknownPartError } from './read/part-errors.ts';
import { readXlsx } from './read/xlsx-book.ts';

/** Guards and parses the bytes of a roster file; one adapter a format. Throws the AppError that tells what is wrong. */
export async function parseWorkbook(bytes: Buffer, file: string): Promise<Workbook> {
  const format = guardFile(bytes, file);
  const sheets = await readSheets(bytes, file, format);
  if (sheets.every((sheet) => sheet.rows.length === 0)) throw new AppError('sheet-empty', { file });
  return { format, sheets };
}

async function readSheets(bytes: Buffer, file: string, format: FileFormat): Promise<Workbook['sheets']> {
  switch (format) {
    case 'csv':
      return readCsv(bytes);
    case 'xlsx':
      return readOwnFirst(bytes, file);
    case 'html':
      return readByLibrary(markupText(bytes) ?? '', file);
    default:
      return readByLibrary(bytes, file);
  }
}

/** Our own reader is an order of magnitude faster; what it does not know, the library may. */
async function readOwnFirst(bytes: Buffer, file: string): Promise<Workbook['sheets']> {
  try {
    return readXlsx(bytes);
  } catch (error) {
    if (error instanceof DoctypeError) throw new AppError('file-doctype', { file });
    if (error instanceof UnknownPartError) return readByLibrary(bytes, file);
    // Whatever else the reader stumbles over in a file is a fault of the file: it has no other input.
    throw new AppError('file-damaged', { file });
  }
}

/** Loaded only for files that need it: it is large. */
async function readByLibrary(content: Buffer | string, file: string): Promise<Workbook['sheets']> {
  const { readWithLibrary } = await import('./read/library-reader.ts');
  try {
    return readWithLibrary(content);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (/password|encrypt/i.test(message)) throw new AppError('file-encrypted', { file });
    // Whatever the library stumbles over in a file is a fault of the file: it has no other input.
    throw new AppError('file-damaged', { file });
  }
}
