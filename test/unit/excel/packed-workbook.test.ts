import fc from 'fast-check';
import { expect, it } from 'vitest';
import { packWorkbook, unpackWorkbook } from '#electron/excel/packed-workbook.ts';
import type { Cell, Workbook } from '#shared/roster/grid.ts';

const cell: fc.Arbitrary<Cell> = fc
  .record({
    column: fc.integer({ min: 1, max: 16_384 }),
    kind: fc.constantFrom(
      'text' as const,
      'number' as const,
      'date' as const,
      'boolean' as const,
      'error' as const,
    ),
    text: fc.string({ unit: 'grapheme' }),
    number: fc.oneof(fc.constant(null), fc.double({ noNaN: true })),
    filled: fc.boolean(),
  })
  .map(({ filled, ...rest }) => (filled ? { ...rest, fromMerge: true as const } : rest));
const workbook: fc.Arbitrary<Workbook> = fc.record({
  format: fc.constantFrom('xlsx' as const, 'csv' as const),
  sheets: fc.array(
    fc.record({
      name: fc.string(),
      hidden: fc.boolean(),
      rows: fc.array(
        fc.record({
          number: fc.integer({ min: 1, max: 1_048_576 }),
          hidden: fc.boolean(),
          cells: fc.array(cell),
        }),
      ),
    }),
    { maxLength: 3 },
  ),
});

it('a workbook comes back from packing, through another thread, as it was', () => {
  fc.assert(
    fc.property(workbook, (book) => {
      const { packed, moved } = packWorkbook(book);
      const arrived = structuredClone(packed, { transfer: [...moved] });
      expect(unpackWorkbook(arrived)).toEqual(book);
    }),
  );
});

it('holds a text that stands in many cells once', () => {
  const cells = Array.from(
    { length: 50 },
    (_, index): Cell => ({
      column: index + 1,
      kind: 'text',
      text: '白杨街道',
      number: null,
    }),
  );
  const book: Workbook = {
    format: 'csv',
    sheets: [{ name: '名册', hidden: false, rows: [{ number: 1, hidden: false, cells }] }],
  };
  expect(packWorkbook(book).packed.texts).toEqual(['白杨街道']);
});
