import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { unpackWorkbook } from '#electron/excel/packed-workbook.ts';
import { readWithLibrary } from '#electron/excel/read/library-reader.ts';
import { readXlsx } from '#electron/excel/read/xlsx-book.ts';
import { WorkbookPacker } from '#electron/excel/workbook-packer.ts';
import type { Sheet } from '#shared/roster/grid.ts';
import { type Chance, createChance } from '#test/builders/rosters/chance.ts';
import { messyRoster } from '#test/builders/rosters/messy-roster.ts';
import { xlsxOf } from '#test/builders/rosters/messy-sheet.ts';
import { readWithExceljs } from '#test/builders/workbooks/exceljs-reader.ts';

const seeds = Array.from({ length: 60 }, (_, index) => index + 1);

describe('our reader and two libraries say the same of every cell', () => {
  it.each(seeds.slice(0, 30))('a messy roster, seed %i', async (seed) => {
    await agree(Buffer.from(await xlsxOf(messyRoster(seed).sheets)));
  });

  it.each(seeds)('a workbook of every kind of cell, seed %i', async (seed) => {
    await agree(await mixedWorkbook(createChance(seed)));
  });
});

async function agree(bytes: Buffer): Promise<void> {
  const own = sheetsOf((into) => readXlsx(bytes, into));
  expect(own.reduce((sum, sheet) => sum + sheet.rows.length, 0)).toBeGreaterThan(0);
  expect(own).toEqual(await readWithExceljs(bytes));
  expect(own).toEqual(sheetsOf((into) => readWithLibrary(bytes, into)));
}

function sheetsOf(read: (into: WorkbookPacker) => void): readonly Sheet[] {
  const into = new WorkbookPacker();
  read(into);
  return unpackWorkbook(into.packed('xlsx')).sheets;
}

const words = [
  '杭州',
  '砺锋',
  '&<>"\'',
  ' 前后空格 ',
  '换\n行',
  '𠮷喆',
  '９１３３',
  '1.10',
  '00123',
  '=1+1',
  'a\tb',
];

async function mixedWorkbook(chance: Chance): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (let index = 0; index <= chance.below(3); index += 1) {
    const sheet = workbook.addWorksheet(`表${index + 1}`);
    if (chance.percent(20)) sheet.state = 'hidden';
    let row = 0;
    for (let count = 0; count < 3 + chance.below(20); count += 1) {
      row += chance.percent(10) ? 2 + chance.below(3) : 1;
      const written = sheet.getRow(row);
      if (chance.percent(10)) written.hidden = true;
      for (let column = 1; column <= 1 + chance.below(30); column += 1) {
        if (chance.percent(70)) draw(chance, written.getCell(column));
      }
    }
    // A block ends with the filled rows for us, so the last row must be one.
    sheet.getRow(row + 1).getCell(1).value = '末行';
    if (chance.percent(50)) mergeSome(chance, sheet, row);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function draw(chance: Chance, cell: ExcelJS.Cell): void {
  switch (chance.below(9)) {
    case 0:
      cell.value = chance.below(1_000_000) / chance.pick([1, 10, 100, 3]);
      if (chance.percent(30)) cell.numFmt = chance.pick(['0%', '0.00%', '0.0', '#,##0.00']);
      break;
    case 1:
      cell.value = -chance.below(1000);
      break;
    case 2:
      cell.value = new Date(Date.UTC(1950 + chance.below(100), chance.below(12), 1 + chance.below(28)));
      cell.numFmt = chance.pick(['yyyy-mm-dd', 'yyyy"年"m"月"d"日"', 'm/d/yy', '[$-804]yyyy/m/d;@']);
      break;
    case 3:
      cell.value = chance.percent(50);
      break;
    case 4:
      cell.value = {
        richText: [{ text: chance.pick(words) }, { font: { bold: true }, text: chance.pick(words) }],
      };
      break;
    case 5:
      // Never 0: exceljs loses that result when it reads.
      cell.value = { formula: 'A1', result: chance.percent(50) ? chance.pick(words) : 1 + chance.below(100) };
      break;
    case 6:
      cell.value = { text: chance.pick(words).trim(), hyperlink: 'mailto:a@b' };
      break;
    case 7:
      cell.value = { error: chance.pick(['#N/A', '#DIV/0!', '#REF!', '#VALUE!'] as const) };
      break;
    default:
      cell.value = chance.pick(words) + chance.pick(words);
  }
}

function mergeSome(chance: Chance, sheet: ExcelJS.Worksheet, lastRow: number): void {
  const top = 1 + chance.below(lastRow);
  const left = 1 + chance.below(5);
  const bottom = Math.min(lastRow, top + chance.below(4));
  if (bottom === top && left === 1) return;
  sheet.mergeCells(top, left, bottom, left + chance.below(2));
}
