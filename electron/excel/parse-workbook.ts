import { AppError } from '#shared/contract/errors.ts';
import type { Workbook } from '#shared/roster/grid.ts';
import { readCsv } from './csv-reader.ts';
import { guardFile } from './guards.ts';
import { readXlsx } from './xlsx-reader.ts';

/** Guards and parses the bytes of a roster file; one adapter a format. Throws the AppError that tells what is wrong. */
export async function parseWorkbook(bytes: Buffer, file: string): Promise<Workbook> {
  const format = guardFile(bytes, file);
  const sheets = format === 'csv' ? readCsv(bytes) : await readGuarded(bytes, file);
  if (sheets.every((sheet) => sheet.rows.length === 0)) throw new AppError('sheet-empty', { file });
  return { format, sheets };
}

async function readGuarded(bytes: Buffer, file: string): Promise<Workbook['sheets']> {
  try {
    return await readXlsx(bytes);
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (/entity|doctype/i.test(message)) throw new AppError('file-doctype', { file });
    // Whatever the library stumbles over in a file is a fault of the file: it has no other input.
    throw new AppError('file-damaged', { file });
  }
}
