import * as XLSX from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { findTables } from '#shared/roster/find-tables.ts';
import { messyRoster } from '#test/builders/rosters/messy-roster.ts';
import { csvOf, type MessySheet, xlsxOf } from '#test/builders/rosters/messy-sheet.ts';
import { readBytes } from '#test/builders/workbooks/read-bytes.ts';
import { checkTable, expectedTruth, finders, readTruth } from '#test/unit/roster/read-sheet.ts';

type Maker = (sheets: readonly MessySheet[]) => Promise<Buffer>;

/** Another format by way of the library, from the same cells. */
const by =
  (bookType: XLSX.BookType): Maker =>
  async (sheets) => {
    const book = XLSX.read(await xlsxOf(sheets), { cellStyles: true, cellNF: true });
    return Buffer.from(XLSX.write(book, { type: 'buffer', bookType, cellStyles: true }));
  };

const makers: readonly (readonly [string, Maker])[] = [
  ['xlsx', async (sheets) => Buffer.from(await xlsxOf(sheets))],
  ['xls (BIFF8)', by('biff8')],
  ['xlsb', by('xlsb')],
  ['ods', by('ods')],
  ['XML of 2003', by('xlml')],
];

describe('messy rosters read from a file say what they say in the grid', () => {
  it.each(makers)('%s', async (name, make) => {
    for (let seed = 1; seed <= 40; seed += 1) {
      const roster = messyRoster(seed);
      const { sheets } = await readBytes(await make(roster.sheets), '名册');
      const what = `${name}, seed ${seed} (${roster.traits.join('、')})`;
      const tables = sheets.flatMap((sheet) =>
        findTables(sheet, { fileName: '名册', untyped: false }, finders),
      );
      expect(
        tables.map((table) => checkTable(table).map(readTruth)),
        what,
      ).toEqual(roster.truth.map((rows) => rows.map(expectedTruth)));
    }
  });

  it.each([
    ['UTF-8', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['UTF-16', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
  ])('csv in %s', async (encoding, encode) => {
    for (let seed = 1; seed <= 120; seed += 1) {
      const roster = messyRoster(seed);
      for (const [index, sheet] of roster.sheets.entries()) {
        const what = `csv in ${encoding}, seed ${seed} sheet ${index + 1} (${roster.traits.join('、')})`;
        const { sheets } = await readBytes(encode(csvOf(sheet)), '名册.csv');
        const tables = sheets.flatMap((each) =>
          findTables(each, { fileName: '名册.csv', untyped: true }, finders),
        );
        const names = tables.map((table) => checkTable(table).map(readTruth));
        const bare = ({
          row,
          name,
          code,
          contactPhone,
          registeredCapital,
        }: ReturnType<typeof readTruth>) => ({
          row,
          name,
          code,
          contactPhone,
          registeredCapital,
        });
        expect(
          names.map((rows) => rows.map(bare)),
          what,
        ).toEqual([(roster.truth[index] ?? []).map(expectedTruth).map(bare)]);
      }
    }
  });
});
