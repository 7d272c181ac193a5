import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import XLSX from '@e965/xlsx';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readWorkbook } from '#electron/excel/read-workbook.ts';
import type { TableRow, TableSheet } from '#electron/excel/write/table-sheet.ts';
import { writeTableFile } from '#electron/excel/write/write-table-file.ts';
import { cleanText } from '#shared/roster/values/text.ts';
import { scratchFolder } from '#test/builders/ledger.ts';
import { sheetOf } from '#test/builders/tables.ts';

const calm = { signal: new AbortController().signal, onRows: () => undefined };
const dangerous = ['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', '＝1+1', '＋1', '-2+3+cmd|/C calc', "'=1"];

/** Every kind of column, a title, a total, a foot line. */
const paper: TableSheet = sheetOf(
  [
    ['杭州甲有限公司', 12_345, 12_345_678_900, 125_000, '2024-05-18'],
    ['91330114000000001X', null, -100, 0, '长期'],
  ],
  {
    name: '一、汇总[甲/乙]',
    lines: [
      { text: '奖补资金汇总表', look: 'title' },
      { text: '单位：万元', look: 'subtitle' },
    ],
    columns: [
      { label: '企业', kind: 'text', width: 30 },
      { label: '家数', kind: 'count', width: 8 },
      { label: '金额（万元）', kind: 'wan', width: 14 },
      { label: '占比', kind: 'percent', width: 8 },
      { label: '日期', kind: 'day', width: 12 },
    ],
    total: ['合计', 12_345, 12_345_678_800, null, null],
    footLines: ['数据来源：台账。'],
    frozenColumns: 1,
    filter: true,
  },
);

async function written(sheets: readonly TableSheet[], name = '导出.xlsx'): Promise<string> {
  const path = join(scratchFolder(), name);
  await writeTableFile(path, sheets, calm);
  return path;
}

async function firstSheet(path: string): Promise<ExcelJS.Worksheet> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  const [sheet] = book.worksheets;
  if (sheet === undefined) throw new Error('no sheet');
  return sheet;
}

/** The cells of one row, blanks as null. */
function valuesOf(sheet: ExcelJS.Worksheet, row: number): unknown[] {
  const { values } = sheet.getRow(row);
  if (!Array.isArray(values)) throw new Error('a row that was read has its cells in a list');
  return Array.from(values, (value) => value ?? null).slice(1);
}

describe('a workbook that is handed out', () => {
  test('holds numbers as numbers, money in 万元, days as days, codes as text', async () => {
    const sheet = await firstSheet(await written([paper]));
    expect(sheet.name).toBe('一、汇总甲乙');
    expect(valuesOf(sheet, 4)).toEqual([
      '杭州甲有限公司',
      12_345,
      12_345.6789,
      0.125,
      new Date('2024-05-18T00:00:00Z'),
    ]);
    expect(valuesOf(sheet, 5)).toEqual(['91330114000000001X', null, -0.0001, 0, '长期']);
    expect(sheet.getCell('C4').numFmt).toBe('#,##0.00');
    expect(sheet.getCell('E4').numFmt).toBe('yyyy-mm-dd');
    expect(sheet.getCell('A5').numFmt).toBe('@');
    expect(valuesOf(sheet, 6)).toEqual(['合计', 12_345, 12_345.6788]);
    expect(sheet.getCell('A6').font.bold).toBe(true);
    expect(sheet.getCell('A7').value).toBe('数据来源：台账。');
  });

  test('keeps its header in view, repeats it when printed on A4, and is as wide as asked', async () => {
    const path = await written([paper]);
    const sheet = await firstSheet(path);
    expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 3, xSplit: 1 });
    expect(sheet.pageSetup).toMatchObject({ paperSize: 9, fitToWidth: 1, fitToHeight: 0 });
    expect(sheet.pageSetup.printTitlesRow).toBe('3:3');
    expect(sheet.autoFilter).toBe('A3:E5');
    expect(sheet.getColumn(1).width).toBe(30);
    expect(sheet.getCell('E1').master.address).toBe('A1');
    expect(sheet.headerFooter.oddFooter).toContain('&P');
  });

  test('reads the same through another library', async () => {
    const book = XLSX.read(readFileSync(await written([paper])), { cellDates: true, UTC: true, WTF: true });
    const sheet = book.Sheets[book.SheetNames[0] ?? ''] ?? {};
    expect(XLSX.utils.sheet_to_json(sheet, { header: 1, range: 2, blankrows: false, defval: null })).toEqual([
      ['企业', '家数', '金额（万元）', '占比', '日期'],
      ['杭州甲有限公司', 12_345, 12_345.6789, 0.125, new Date('2024-05-18T00:00:00Z')],
      ['91330114000000001X', null, -0.0001, 0, '长期'],
      ['合计', 12_345, 12_345.6788, null, null],
      ['数据来源：台账。', null, null, null, null],
    ]);
  });

  test('never lets a text act as a formula, and gives it back unchanged', async () => {
    const path = await written([sheetOf(dangerous.map((text) => [text]))]);
    const sheet = await firstSheet(path);
    const cells = dangerous.map((_, index) => sheet.getCell(index + 2, 1));
    expect(cells.map((cell) => cell.type)).toEqual(dangerous.map(() => ExcelJS.ValueType.String));
    expect(cells.map((cell) => cell.value)).toEqual(dangerous.map((text) => text.replace('\r', '\n')));
  });

  test('gives any text back, whatever signs it holds', async () => {
    const texts = fc.array(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }), {
      minLength: 1,
      maxLength: 30,
    });
    await fc.assert(
      fc.asyncProperty(texts, async (list) => {
        const path = await written([sheetOf(list.map((text) => [`甲${text}`]))]);
        const { workbook } = await readWorkbook(path, '导出.xlsx', calm.signal);
        const rows = workbook.sheets[0]?.rows.slice(1).map((row) => row.cells[0]?.text);
        expect(rows).toEqual(list.map((text) => `甲${text}`));
      }),
      { numRuns: 30 },
    );
  });

  test('offers drop-downs over a bounded range', async () => {
    const sheets = [
      sheetOf([['小型']], {
        columns: [{ label: '规模', kind: 'text', width: 8, choices: "'填写说明'!$A$2:$A$4" }],
      }),
      sheetOf([['大型'], ['中型'], ['小型']], { name: '填写说明' }),
    ];
    const sheet = await firstSheet(await written(sheets));
    expect(sheet.getCell('A2').dataValidation).toMatchObject({
      type: 'list',
      formulae: ["'填写说明'!$A$2:$A$4"],
      allowBlank: true,
    });
    expect(sheet.getCell('A5001').dataValidation).toBeDefined();
    expect(sheet.getCell('A5002').dataValidation).toBeUndefined();
  });

  test('writes two-level headers as they were, and marks single cells', async () => {
    const sheet = await firstSheet(
      await written([
        sheetOf([[{ value: '错', look: 'marked' }, 1]], {
          upperHeads: [['2024年', null]],
          headMerges: [{ top: 0, left: 0, bottom: 0, right: 1 }],
          columns: [
            { label: '营收', kind: 'plain', width: 10 },
            { label: '研发', kind: 'plain', width: 10 },
          ],
        }),
      ]),
    );
    expect(sheet.getCell('B1').master.address).toBe('A1');
    expect(sheet.getCell('A2').value).toBe('营收');
    expect(sheet.getCell('A3').fill).toMatchObject({ fgColor: { argb: 'FFFFD9D6' } });
    expect(sheet.getCell('B3').value).toBe(1);
  });
});

describe('a csv that is handed out', () => {
  test('has the mark that Excel needs, the header and the rows', async () => {
    const bytes = readFileSync(await written([paper], '导出.csv'));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString('utf8').slice(1)).toBe(
      '企业,家数,金额（万元）,占比,日期\r\n' +
        '杭州甲有限公司,12345,12345.6789,12.5%,2024-05-18\r\n' +
        '91330114000000001X,,-0.0001,0%,长期\r\n',
    );
  });

  test('guards formulas and long digits, and the import drops the guards again', async () => {
    const texts = [...dangerous, '913301140000000013', '057188888888', '13800001234', '含“,”和"引号"'];
    const path = await written([sheetOf(texts.map((text) => [text]))], '导出.csv');
    const { workbook } = await readWorkbook(path, '导出.csv', calm.signal);
    const cells = workbook.sheets[0]?.rows.slice(1).map((row) => row.cells[0]?.text ?? '') ?? [];
    for (const cell of cells) expect(cell).not.toMatch(/^[=+\-@\t\r＝＋－＠]/u);
    expect(cells.slice(-4)).toEqual([
      '913301140000000013\t',
      '057188888888\t',
      '13800001234',
      '含“,”和"引号"',
    ]);
    expect(cells.map(cleanText)).toEqual(texts.map(cleanText));
  });
});

describe('writing a file', () => {
  async function* endless(stop: AbortController): AsyncGenerator<readonly TableRow[]> {
    for (let batch = 0; ; batch += 1) {
      if (batch === 3) stop.abort();
      yield [[`第 ${batch} 行`]];
    }
  }

  test.each(['旧.xlsx', '旧.csv'])('that is cancelled leaves what was there before: %s', async (name) => {
    const folder = scratchFolder();
    const path = join(folder, name);
    writeFileSync(path, '原来的内容');
    const stop = new AbortController();
    const sheet = sheetOf([], { batches: endless(stop) });
    await expect(
      writeTableFile(path, [sheet], { signal: stop.signal, onRows: () => undefined }),
    ).rejects.toThrow('cancelled');
    expect(readFileSync(path, 'utf8')).toBe('原来的内容');
    expect(readdirSync(folder)).toEqual([name]);
  });

  test('that fails at its last step leaves no file', async () => {
    const path = join(scratchFolder(), '导出.xlsx');
    const beforePlacing = () => {
      throw new Error('the log cannot be written');
    };
    await expect(writeTableFile(path, [sheetOf([])], { ...calm, beforePlacing })).rejects.toThrow('the log');
    expect(existsSync(path)).toBe(false);
  });

  test('into a folder that is gone says so', async () => {
    const path = join(scratchFolder(), '没有', '导出.xlsx');
    await expect(writeTableFile(path, [sheetOf([])], calm)).rejects.toThrow('file-write-failed');
  });

  test('of more rows than a sheet holds is refused', async () => {
    const many = Array.from({ length: 1_100_000 }, (): TableRow => ['甲']);
    const path = join(scratchFolder(), '导出.xlsx');
    await expect(writeTableFile(path, [sheetOf(many)], calm)).rejects.toThrow('file-too-long');
  });
});
