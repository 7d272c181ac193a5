import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { MergedBlock } from '#electron/excel/arrange-sheet.ts';
import { buffersOf, unpackWorkbook } from '#electron/excel/packed-workbook.ts';
import { WorkbookPacker } from '#electron/excel/workbook-packer.ts';
import type { Cell, SheetRow } from '#shared/roster/grid.ts';

const cell: fc.Arbitrary<Cell> = fc.record({
  column: fc.integer({ min: 1, max: 12 }),
  kind: fc.constantFrom(
    'text' as const,
    'number' as const,
    'date' as const,
    'boolean' as const,
    'error' as const,
  ),
  text: fc.string({ unit: 'grapheme' }),
  number: fc.oneof(fc.constant(null), fc.double({ noNaN: true })),
});
const row: fc.Arbitrary<SheetRow> = fc.record({
  number: fc.integer({ min: 1, max: 20 }),
  hidden: fc.boolean(),
  cells: fc.array(cell, { maxLength: 8 }),
});
const block: fc.Arbitrary<MergedBlock> = fc
  .record({
    top: fc.integer({ min: 1, max: 20 }),
    left: fc.integer({ min: 1, max: 12 }),
    height: fc.integer({ min: 0, max: 30 }),
    width: fc.integer({ min: 0, max: 14 }),
  })
  .map(({ top, left, height, width }) => ({ top, left, bottom: top + height, right: left + width }));

/** Packs a sheet, hands it to another thread, unpacks it there. */
function throughPacking(rows: readonly SheetRow[], blocks: readonly MergedBlock[]): readonly SheetRow[] {
  const packer = new WorkbookPacker();
  packer.sheet('名册', false, (sheet) => {
    for (const { number, hidden, cells } of rows) {
      for (const { column, ...value } of cells) sheet.cell(column, value);
      sheet.endRow(number, hidden);
    }
    return blocks;
  });
  const packed = packer.packed('xlsx');
  const arrived = structuredClone(packed, { transfer: [...buffersOf(packed)] });
  return unpackWorkbook(arrived).sheets[0]?.rows ?? [];
}

/** The same by the plainest means: a map of places, written in the order of the file, then by the blocks. */
function byPlaces(rows: readonly SheetRow[], blocks: readonly MergedBlock[]): SheetRow[] {
  const filled = rows.filter(({ cells }) => cells.length > 0);
  const own = new Map(
    filled.flatMap(({ number, cells }) => cells.map((each) => [`${number} ${each.column}`, each] as const)),
  );
  const places = new Map(own);
  for (const { top, left, bottom, right } of blocks) {
    const first = own.get(`${top} ${left}`);
    if (first === undefined) continue;
    for (
      let number = top;
      number <= Math.min(bottom, Math.max(...filled.map((each) => each.number)));
      number += 1
    ) {
      const last = Math.max(...[...own.values()].map((each) => each.column));
      for (let column = left; column <= Math.min(right, last); column += 1) {
        if (number !== top || column !== left)
          places.set(`${number} ${column}`, { ...first, column, fromMerge: true });
      }
    }
  }
  const numbers = [...new Set([...places.keys()].map((place) => Number(place.split(' ')[0])))].sort(
    (a, b) => a - b,
  );
  return numbers.map((number) => ({
    number,
    hidden: filled.find((each) => each.number === number)?.hidden ?? false,
    cells: [...places]
      .filter(([place]) => Number(place.split(' ')[0]) === number)
      .map(([, each]) => each)
      .sort((a, b) => a.column - b.column),
  }));
}

it('rows and cells come out of packing in order, the later of one place, with merged blocks filled', () => {
  fc.assert(
    fc.property(fc.array(row), fc.array(block, { maxLength: 4 }), (rows, blocks) => {
      expect(throughPacking(rows, blocks)).toEqual(byPlaces(rows, blocks));
    }),
  );
});

it('holds texts of every length and language as they were', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 200 })), (texts) => {
      const rows = texts.map(
        (text, index): SheetRow => ({
          number: index + 1,
          hidden: false,
          cells: [{ column: 1, kind: 'text', text, number: null }],
        }),
      );
      expect(throughPacking(rows, []).map(({ cells }) => cells[0]?.text)).toEqual(texts);
    }),
  );
});

it('holds a text that cells share once', () => {
  const packer = new WorkbookPacker();
  const place = packer.texts.add('白杨街道');
  packer.sheet('名册', false, (sheet) => {
    for (let column = 1; column <= 50; column += 1) sheet.sharedText(column, place);
    sheet.endRow(1, false);
    return [];
  });
  const { texts, sheets } = packer.packed('xlsx');
  expect([texts.ends.length, sheets[0]?.columns.length]).toEqual([1, 50]);
});
