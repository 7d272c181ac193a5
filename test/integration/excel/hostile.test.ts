import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as XLSX from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseInWorker } from '#electron/excel/parse-in-worker.ts';
import { readDirectory, readEntry } from '#electron/excel/read/zip-archive.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { Workbook } from '#shared/roster/grid.ts';
import { scratchFolder } from '#test/builders/ledger.ts';
import { testProgram } from '#test/builders/program.ts';
import { type Chance, createChance } from '#test/builders/rosters/chance.ts';
import { messyRoster } from '#test/builders/rosters/messy-roster.ts';
import { csvOf, xlsxOf } from '#test/builders/rosters/messy-sheet.ts';
import { rawParts, zipOf } from '#test/builders/workbooks/raw-xlsx.ts';
import { readBytes } from '#test/builders/workbooks/read-bytes.ts';

/** Files for our own readers, and files that only the library reads. */
let own: readonly Buffer[];
let foreign: readonly Buffer[];
let worker: string;
beforeAll(async () => {
  worker = await testProgram('electron/excel/worker.ts');
  const [sheet] = messyRoster(11).sheets;
  if (sheet === undefined) throw new Error('no sheet');
  const xlsx = Buffer.from(await xlsxOf([sheet]));
  const book = XLSX.read(xlsx);
  const as = (bookType: XLSX.BookType) => Buffer.from(XLSX.write(book, { type: 'buffer', bookType }));
  own = [xlsx, as('xlsx'), Buffer.from(csvOf(sheet))];
  foreign = [as('biff8'), as('ods'), as('xlml'), as('xlsb')];
});
afterAll(() => rmSync(worker, { force: true }));

/** `FUZZ=10` runs ten times as many. */
const times = Number(process.env.FUZZ ?? 1);

describe('2,000 mutated workbooks, each ends in cells or in a failure that has a name', () => {
  it.each(parts(18))('our own readers, part %i', async (part) => {
    for (let index = 0; index < 100; index += 1) {
      const seed = part * 100 + index + 1;
      const chance = createChance(seed);
      await endsWell(seed, () => readBytes(mutate(chance, chance.pick(own)), '变异.xlsx'));
    }
  });

  it.each(parts(4))(
    'a changed byte anywhere in an xlsx is never read as other cells, part %i',
    async (part) => {
      const [xlsx = Buffer.alloc(0)] = own;
      const cells = (await readBytes(xlsx, '名册.xlsx')).sheets;
      for (let index = 0; index < 100; index += 1) {
        const seed = 20_000 + part * 100 + index;
        const chance = createChance(seed);
        const bytes = Buffer.from(xlsx);
        const at = chance.below(bytes.length);
        bytes[at] = (bytes[at] ?? 0) ^ (1 << chance.below(8));
        const read = await readBytes(bytes, '变异.xlsx').catch((error: unknown) => error);
        if (read instanceof Error) expect(read, `seed ${seed}`).toBeInstanceOf(AppError);
        else expect(read, `seed ${seed}`).toMatchObject({ sheets: cells });
      }
    },
  );

  it.each(parts(5))(
    'the library in its worker, part %i',
    async (part) => {
      const folder = scratchFolder();
      const limits = { milliseconds: 5000, megabytes: 128 };
      const seeds = Array.from({ length: 40 }, (_, index) => 10_000 + part * 40 + index);
      for (let at = 0; at < seeds.length; at += 4) {
        const some = seeds.slice(at, at + 4).map((seed) => {
          const chance = createChance(seed);
          const path = join(folder, String(seed));
          writeFileSync(path, mutate(chance, chance.pick(foreign)));
          const request = { path, file: '变异.xls' };
          return endsWell(seed, () => parseInWorker(worker, request, new AbortController().signal, limits));
        });
        await Promise.all(some);
      }
    },
    120_000,
  );
});

function parts(count: number): number[] {
  return Array.from({ length: count * times }, (_, index) => index);
}

async function endsWell(seed: number, read: () => Promise<Workbook>): Promise<void> {
  const result = await read().catch((error: unknown) => error);
  if (result instanceof Error) expect(result, `seed ${seed}: ${result.stack}`).toBeInstanceOf(AppError);
  else expect(result, `seed ${seed}`).toMatchObject({ sheets: expect.any(Array) });
}

/** Bytes changed in place, cut off, or taken twice; in a zip half of the time inside a part, packed again. */
function mutate(chance: Chance, base: Buffer): Buffer {
  const entries = base[0] === 0x50 ? readDirectory(base) : undefined;
  if (entries === undefined || chance.percent(50)) return spoil(chance, base);
  const victim = chance.pick(entries).name;
  const parts = entries.map((entry) => {
    const content = readEntry(base, entry);
    return [entry.name, entry.name === victim ? spoil(chance, content) : content] as const;
  });
  return zipOf(Object.fromEntries(parts));
}

function spoil(chance: Chance, base: Buffer): Buffer {
  const bytes = Buffer.from(base);
  switch (chance.below(4)) {
    case 0:
      return bytes.subarray(0, chance.below(bytes.length));
    case 1: {
      const [from, to] = [chance.below(bytes.length), chance.below(bytes.length)].sort((a, b) => a - b);
      return Buffer.concat([bytes.subarray(0, to), bytes.subarray(from)]);
    }
    case 2: {
      const from = chance.below(bytes.length);
      return bytes.fill(chance.below(256), from, Math.min(bytes.length, from + chance.below(2000)));
    }
    default:
      for (let count = 0; count < 1 + chance.below(20); count += 1) {
        bytes[chance.below(bytes.length)] = chance.below(256);
      }
      return bytes;
  }
}

describe('a file made to hurt', () => {
  it('that unpacks to far more than it is, is refused before it is unpacked', async () => {
    const bomb = zipOf(rawParts(`<sheetData>${' '.repeat(60_000_000)}</sheetData>`));
    await expect(readBytes(bomb, '炸弹.xlsx')).rejects.toMatchObject({ code: 'file-bomb' });
  });

  it('that lies about its size is cut off where it said it would end', async () => {
    const bytes = zipOf(rawParts(`<sheetData><row><c><v>1</v></c></row></sheetData>${' '.repeat(900_000)}`));
    const at = bytes.lastIndexOf(Buffer.from('xl/worksheets/sheet1.xml')) - 46 + 24;
    bytes.writeUInt32LE(1000, at);
    await expect(readBytes(bytes, '谎.xlsx')).rejects.toMatchObject({ code: 'file-damaged' });
  });

  it('with a million merged cells, or a million entities, ends at once', async () => {
    const cell =
      '<sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="ZZ1048576"><v>1</v></c></row></sheetData>';
    const merged = zipOf(rawParts(`${cell}<mergeCells><mergeCell ref="A1:ZZ1048576"/></mergeCells>`));
    await expect(readBytes(merged, '合并.xlsx')).rejects.toMatchObject({ code: 'file-damaged' });
    const many = 'ab'.repeat(10);
    const nested = zipOf(
      rawParts(
        `<sheetData><row><c t="inlineStr"><is><t>${'&amp;'.repeat(20_000)}${many}</t></is></c></row></sheetData>`,
      ),
    );
    const { sheets } = await readBytes(nested, '实体.xlsx');
    expect(sheets[0]?.rows[0]?.cells[0]?.text).toHaveLength(20_020);
  });
});
