import { unpackWorkbook } from '#electron/excel/packed-workbook.ts';
import { parseWorkbook } from '#electron/excel/parse-workbook.ts';
import type { Workbook } from '#shared/roster/grid.ts';

/** Reads a workbook as an import does, without a file and a worker. */
export async function readBytes(bytes: Buffer, file: string): Promise<Workbook> {
  return unpackWorkbook(await parseWorkbook(bytes, file));
}
