import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { parseWorkbook } from '#electron/excel/parse-workbook.ts';
import { type BenchCase, type Place, timed } from '../bench-case.ts';
import { writeRoster } from '../invented-firms.ts';
import { spreadOfDistrict } from '../ledger.ts';

const rosterOf = ({ folder }: Place) => join(folder, '名册.xlsx');

/** A workbook becomes typed cells; the floor is the library that most programs use for it. */
export const readCase: BenchCase = {
  name: 'read',
  sizes: { quick: [1_000], full: [1_000, 10_000, 100_000] },
  repeat: 3,
  floorName: 'exceljs loads the workbook',
  prepare: (place) => writeRoster(rosterOf(place), spreadOfDistrict(), place.size),
  floor: async (place) => {
    const read = await timed(async () => {
      const book = new ExcelJS.Workbook();
      await book.xlsx.readFile(rosterOf(place));
      return book.worksheets[0]?.rowCount ?? 0;
    });
    expectRows(read.value, place);
    return { 'xlsx to cells': read.ms };
  },
  run: async (place) => {
    const read = await timed(() => parseWorkbook(readFileSync(rosterOf(place)), '名册.xlsx'));
    expectRows(read.value.sheets[0]?.rowNumbers.length ?? 0, place);
    return { 'xlsx to cells': read.ms };
  },
};

function expectRows(rows: number, { size }: Place): void {
  if (rows < size) throw new Error(`${rows} of ${size} rows were read`);
}
