import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/day.ts';
import { firmsHolding, type TitleHolding, titleCounts } from '#shared/report/figures.ts';

const start = '2022-01-01';
const titles = ['provincial-srdi', 'little-giant'] as const;
const daysSpread = 900;

/** A title of one of three firms with up to three spans, some of them empty, some open. */
const holding = fc
  .record({
    firmId: fc.integer({ min: 1, max: 3 }),
    titleId: fc.constantFrom(...titles),
    spans: fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: daysSpread }),
        days: fc.option(fc.integer({ min: -1, max: 400 }), { nil: null }),
      }),
      { maxLength: 3 },
    ),
    recognised: fc.option(fc.integer({ min: 0, max: daysSpread }), { nil: null }),
  })
  .map(
    ({ firmId, titleId, spans, recognised }): TitleHolding => ({
      firmId,
      titleId,
      firstRecognised: recognised === null ? null : addDays(start, recognised),
      spans: spans.map(({ from, days }) => ({
        from: addDays(start, from),
        until: days === null ? null : addDays(start, from + days),
      })),
    }),
  );

describe('a count of titles', () => {
  it('is the number of firms in the list behind it, in all three ways and on any day', () => {
    fc.assert(
      fc.property(
        fc.array(holding, { maxLength: 8 }),
        fc.subarray([...titles], { minLength: 1 }),
        fc.integer({ min: -10, max: daysSpread + 500 }),
        (holdings, titleIds, offset) => {
          const day = addDays(start, offset);
          expect(titleCounts(holdings, titleIds, day)).toEqual({
            stock: firmsHolding(holdings, titleIds, 'stock', day).size,
            cumulative: firmsHolding(holdings, titleIds, 'cumulative', day).size,
            newThisYear: firmsHolding(holdings, titleIds, 'newInYear', day).size,
          });
        },
      ),
    );
  });
});
