import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { inventedFirm, writeRoster } from '#build/bench/invented-firms.ts';
import { checkCode } from '#shared/domain/uscc.ts';

const spread = {
  areaCode: '330114',
  streets: [
    { id: 'east', label: '东街道' },
    { id: 'west', label: '西街道' },
  ],
  chains: [{ id: 'chips', label: '集成电路' }],
};

test('invented firms have codes that both checks accept, all different, and stay the same', () => {
  const firms = Array.from({ length: 3_000 }, (_, index) => inventedFirm(spread, index));
  expect(new Set(firms.map(({ code }) => code)).size).toBe(firms.length);
  expect(new Set(firms.map(({ name }) => name)).size).toBe(firms.length);
  for (const { code } of firms) expect(checkCode(code ?? '').state).toBe('valid');
  expect(inventedFirm(spread, 2_999)).toEqual(firms[2_999]);
});

test('a generated roster is a workbook of 28 columns with a line for each firm', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tidu131-roster-'));
  try {
    const path = join(folder, '名册.xlsx');
    await writeRoster(path, spread, 25);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    const sheet = book.worksheets[0];
    expect(sheet?.rowCount).toBe(26);
    expect(sheet?.columnCount).toBe(28);
    expect(sheet?.getCell('B2').text).toBe(inventedFirm(spread, 0).name);
    expect(sheet?.getCell('I2').value).toBeInstanceOf(Date);
    expect(sheet?.getCell('J2').value).toBe(100);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
