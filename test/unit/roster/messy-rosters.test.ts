import { describe, expect, it } from 'vitest';
import { findTables } from '#shared/roster/find-tables.ts';
import { messyRoster } from '#test/builders/rosters/messy-roster.ts';
import { sheetOf } from '#test/builders/rosters/messy-sheet.ts';
import { checkTable, compareAll, expectedTruth, finders, readTruth } from './read-sheet.ts';

const seeds = Array.from({ length: 400 }, (_, index) => index + 1);

describe('messy rosters', () => {
  it.each(chunks(seeds, 50))('reads every row with the right values: seeds %s', (...some) => {
    for (const seed of some) {
      const roster = messyRoster(seed);
      const tables = roster.sheets.map((sheet) =>
        findTables(sheetOf(sheet), { fileName: '名册.xlsx', untyped: false }, finders),
      );
      const what = `seed ${seed} (${roster.traits.join('、')})`;
      expect(
        tables.map((each) => each.length),
        what,
      ).toEqual(roster.sheets.map(() => 1));
      const checked = tables.flat().map(checkTable);
      for (const [sheet, rows] of checked.entries()) {
        expect(rows.map(readTruth), `${what} sheet ${sheet + 1}`).toEqual(
          (roster.truth[sheet] ?? []).map(expectedTruth),
        );
      }
      const outcomes = compareAll(checked.map((rows) => ({ rows }))).flat();
      const repeats = roster.truth.flat().filter((row) => row.repeats).length;
      expect(outcomes.filter((row) => row.outcome === 'ignore').length, what).toBe(repeats);
      expect(outcomes.filter((row) => row.outcome === 'create').length, what).toBe(outcomes.length - repeats);
    }
  });
});

function chunks(list: readonly number[], size: number): number[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
