import * as XLSX from '@e965/xlsx';
import { afterEach, describe, expect, it } from 'vitest';
import type { Sheet } from '#shared/roster/grid.ts';
import { readBytes } from '#test/builders/workbooks/read-bytes.ts';

const rows = [
  ['企业名称', '统一社会信用代码', '注册资本（万元）', '成立日期', '备注'],
  ['杭州砺锋传动有限公司', '91330114MA0000012X', 1200.5, new Date(Date.UTC(2021, 2, 5)), '喆、镕、𠮷'],
  ['杭州望潮仪表有限公司', '0123', 0, new Date(Date.UTC(1999, 11, 31)), null],
];

function book(): XLSX.WorkBook {
  const sheet = XLSX.utils.aoa_to_sheet(rows, { cellDates: true, UTC: true, dateNF: 'yyyy-mm-dd' });
  const workbook = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(workbook, sheet, '白杨街道');
  return workbook;
}

function written(bookType: XLSX.BookType, options: XLSX.WritingOptions = {}): Buffer {
  return Buffer.from(XLSX.write(book(), { type: 'buffer', bookType, cellDates: false, ...options }));
}

function texts(sheets: readonly Sheet[]): readonly (readonly string[])[] {
  return sheets.flatMap((sheet) => sheet.rows.map((row) => row.cells.map((cell) => cell.text)));
}

const expected = [
  ['企业名称', '统一社会信用代码', '注册资本（万元）', '成立日期', '备注'],
  ['杭州砺锋传动有限公司', '91330114MA0000012X', '1200.5', '2021-03-05', '喆、镕、𠮷'],
  ['杭州望潮仪表有限公司', '0123', '0', '1999-12-31'],
];

const zone = process.env.TZ;
afterEach(() => {
  if (zone === undefined) delete process.env.TZ;
  else process.env.TZ = zone;
});

describe.each(['Asia/Shanghai', 'UTC', 'America/New_York'])('in the time zone %s', (name) => {
  it.each([
    ['xlsx', 'xlsx'],
    ['biff8', 'xls'],
    ['ods', 'ods'],
    ['xlml', 'html'],
    ['xlsb', 'xls'],
  ] as const)(
    '%s holds the same cells, read as %s, whatever the file is called',
    async (bookType, format) => {
      process.env.TZ = name;
      const read = await readBytes(written(bookType), '名册.dat');
      expect(read.format).toBe(format);
      expect(read.sheets[0]?.name).toBe('白杨街道');
      expect(texts(read.sheets)).toEqual(expected);
    },
  );
});

describe('older and stranger files', () => {
  it('BIFF5 with the Chinese code page', async () => {
    const read = await readBytes(biff5(['企业名称', '杭州砺锋传动有限公司']), '旧表.xls');
    expect(texts(read.sheets)).toEqual([['企业名称'], ['杭州砺锋传动有限公司']]);
  });

  it.each(['utf-8', 'gb2312'])('a page saved as .xls, in %s', async (charset) => {
    const html = `<html><head><meta charset="${charset}"></head><body><table><tr><td>企业名称</td><td>代码</td></tr><tr><td>杭州砺锋传动有限公司</td><td>0123</td></tr></table></body></html>`;
    const bytes = charset === 'utf-8' ? Buffer.from(html) : gbk(html);
    const read = await readBytes(bytes, '导出.xls');
    expect(read.format).toBe('html');
    expect(texts(read.sheets)).toEqual([
      ['企业名称', '代码'],
      ['杭州砺锋传动有限公司', '0123'],
    ]);
  });

  it('a workbook behind a password says so, new and old', async () => {
    const container = XLSX.CFB.utils.cfb_new();
    XLSX.CFB.utils.cfb_add(container, '/EncryptedPackage', Buffer.alloc(64));
    XLSX.CFB.utils.cfb_add(container, '/EncryptionInfo', Buffer.alloc(64));
    const bytes = Buffer.from(XLSX.CFB.write(container, { type: 'buffer' }) as Uint8Array);
    await expect(readBytes(bytes, '密.xlsx')).rejects.toMatchObject({ code: 'file-encrypted' });

    const old = XLSX.CFB.read(written('biff8'), { type: 'buffer' });
    const stream = XLSX.CFB.find(old, '/Workbook');
    const content = Buffer.from((stream?.content ?? []) as Uint8Array);
    const start = 4 + content.readUInt16LE(2);
    const filePass = Buffer.from([0x2f, 0, 6, 0, 0, 0, 1, 2, 3, 4]);
    const locked = Buffer.concat([content.subarray(0, start), filePass, content.subarray(start)]);
    const again = XLSX.CFB.utils.cfb_new();
    XLSX.CFB.utils.cfb_add(again, '/Workbook', locked);
    const lockedBytes = Buffer.from(XLSX.CFB.write(again, { type: 'buffer' }) as Uint8Array);
    await expect(readBytes(lockedBytes, '密.xls')).rejects.toMatchObject({ code: 'file-encrypted' });
  });

  it('what is no roster at all is named', async () => {
    const word = XLSX.CFB.utils.cfb_new();
    XLSX.CFB.utils.cfb_add(word, '/WordDocument', Buffer.alloc(64));
    const bytes = Buffer.from(XLSX.CFB.write(word, { type: 'buffer' }) as Uint8Array);
    await expect(readBytes(bytes, '请示.doc')).rejects.toMatchObject({ code: 'file-unsupported' });
    await expect(readBytes(Buffer.from('%PDF-1.7'), 'a.xlsx')).rejects.toMatchObject({
      code: 'file-unsupported',
    });
    await expect(readBytes(Buffer.alloc(0), 'a.xlsx')).rejects.toMatchObject({ code: 'file-empty' });
    await expect(readBytes(Buffer.from('\x89PNG\r\n\x1a\n\0\0\0'), 'a.png')).rejects.toMatchObject({
      code: 'file-unsupported',
    });
  });
});

describe('text files', () => {
  const lines = '企业名称;备注\r\n杭州砺锋传动有限公司;"a;b"\r\n';

  it.each([
    ['UTF-8', Buffer.from(lines)],
    ['UTF-8 with mark', Buffer.from(`\uFEFF${lines}`)],
    ['GB18030', gbk(lines)],
    ['UTF-16 LE', Buffer.from(`\uFEFF${lines}`, 'utf16le')],
    ['UTF-16 LE without mark', Buffer.from(lines, 'utf16le')],
    ['UTF-16 BE', Buffer.from(`\uFEFF${lines}`, 'utf16le').swap16()],
    ['UTF-32 LE', utf32(`\uFEFF${lines}`)],
    ['UTF-32 BE', utf32(`\uFEFF${lines}`).swap32()],
    ['a line that names the separator', Buffer.from(`sep=;\r\n${lines}`)],
    ['tabs', Buffer.from(lines.replace(/;(?!b)/g, '\t'))],
    ['commas', Buffer.from(lines.replace(/;(?!b)/g, ','))],
    ['bars', Buffer.from(lines.replace(/;(?!b)/g, '|'))],
  ])('%s', async (_, bytes) => {
    const read = await readBytes(bytes, '名册.txt');
    expect(read.format).toBe('csv');
    expect(texts(read.sheets)).toEqual([
      ['企业名称', '备注'],
      ['杭州砺锋传动有限公司', 'a;b'],
    ]);
  });
});

it.each(['xlsx', 'biff8', 'xlsb', 'ods', 'xlml'] as const)(
  'a number shown as a share is read with its sign from %s',
  async (bookType) => {
    const sheet = XLSX.utils.aoa_to_sheet([[0.985, 0.035, 0.07, 3.5]]);
    for (const [address, format] of [
      ['A1', '0.00%'],
      ['B1', '0%'],
      ['C1', '0.0%'],
      ['D1', '0.00'],
    ] as const)
      sheet[address].z = format;
    const workbook = XLSX.utils.book_new();
    XLSX.utils.book_append_sheet(workbook, sheet, '占比');
    const bytes = Buffer.from(XLSX.write(workbook, { type: 'buffer', bookType }));
    expect(texts((await readBytes(bytes, '占比')).sheets)).toEqual([['98.5%', '3.5%', '7%', '3.5']]);
  },
);

describe('text files that are odd', () => {
  it('one damaged sign does not make another encoding of UTF-8', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`企业名称,备注\n${'杭州砺锋传动有限公司,轴承\n'.repeat(3)}`),
      Buffer.of(0xff, 0x61),
    ]);
    expect(texts((await readBytes(bytes, '名册.csv')).sheets)[1]).toEqual(['杭州砺锋传动有限公司', '轴承']);
  });

  it('empty lines are counted, however many', async () => {
    const bytes = Buffer.from(`企业名称,备注\n${'\n'.repeat(3_000_000)},\n杭州砺锋传动有限公司,轴承\n`);
    const [sheet] = (await readBytes(bytes, '名册.csv')).sheets;
    expect(sheet?.rows.map(({ number }) => number)).toEqual([1, 3_000_003]);
  });
});

describe('quotes in text files', () => {
  it.each([
    [
      'that nothing closes',
      'a,"12寸屏,b\nc,d,e\n',
      [
        ['a', '"12寸屏', 'b'],
        ['c', 'd', 'e'],
      ],
    ],
    [
      'closed in a later row only',
      'a,"12寸屏,b\nc,5"屏,e\n',
      [
        ['a', '"12寸屏', 'b'],
        ['c', '5"屏', 'e'],
      ],
    ],
    [
      'around the first words',
      '"高精度"轴承,b\nc,d\n',
      [
        ['高精度轴承', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'around line breaks',
      '"高精度\n轴承",b\nc,d\n',
      [
        ['高精度\n轴承', 'b'],
        ['c', 'd'],
      ],
    ],
    ['doubled', '"a""b",c\n', [['a"b', 'c']]],
  ])('%s', async (_, csv, cells) => {
    expect(texts((await readBytes(Buffer.from(csv), '名册.csv')).sheets)).toEqual(cells);
  });
});

it('a stream of the workbook in capitals is found', async () => {
  const old = XLSX.CFB.read(written('biff8'), { type: 'buffer' });
  const again = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(again, '/WORKBOOK', XLSX.CFB.find(old, '/Workbook')?.content);
  const bytes = Buffer.from(XLSX.CFB.write(again, { type: 'buffer' }) as Uint8Array);
  expect(texts((await readBytes(bytes, '旧.xls')).sheets)).toEqual(expected);
});

/** A workbook as programs of 1995 wrote it: one column of texts in the Chinese code page. */
function biff5(column: readonly string[]): Buffer {
  const record = (type: number, ...content: readonly (number | Buffer)[]) => {
    const body = Buffer.concat(content.map((part) => (typeof part === 'number' ? short(part) : part)));
    return Buffer.concat([short(type), short(body.length), body]);
  };
  const bof = (kind: number) => record(0x809, 0x500, kind, 0, 0);
  const codePage = record(0x42, 936);
  const name = gbk('名册');
  const sheetRecord = (at: number) => record(0x85, at & 0xffff, at >>> 16, 0, Buffer.of(name.length), name);
  const start = bof(5).length + codePage.length + sheetRecord(0).length + record(0x0a).length;
  const labels = column.map((text, row) => {
    const bytes = gbk(text);
    return record(0x204, row, 0, 0, bytes.length, bytes);
  });
  const stream = Buffer.concat([
    bof(5),
    codePage,
    sheetRecord(start),
    record(0x0a),
    bof(0x10),
    ...labels,
    record(0x0a),
  ]);
  const container = XLSX.CFB.utils.cfb_new();
  XLSX.CFB.utils.cfb_add(container, '/Book', stream);
  return Buffer.from(XLSX.CFB.write(container, { type: 'buffer' }) as Uint8Array);
}

function short(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function utf32(text: string): Buffer {
  const codes = Uint32Array.from(text, (sign) => sign.codePointAt(0) ?? 0);
  return Buffer.from(codes.buffer.slice(0));
}

/** The library's tables write what Node only reads. */
function gbk(text: string): Buffer {
  const decoder = new TextDecoder('gbk');
  const bytes: number[] = [];
  for (const sign of text) {
    if (sign.charCodeAt(0) < 128) bytes.push(sign.charCodeAt(0));
    else bytes.push(...(gbkBytes(decoder).get(sign) ?? [0x3f]));
  }
  return Buffer.from(bytes);
}

let table: Map<string, readonly [number, number]> | undefined;
function gbkBytes(decoder: TextDecoder): Map<string, readonly [number, number]> {
  if (table !== undefined) return table;
  table = new Map();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      const sign = decoder.decode(Uint8Array.of(high, low));
      if (sign.length === 1 && sign !== '\ufffd' && !table.has(sign)) table.set(sign, [high, low]);
    }
  }
  return table;
}
