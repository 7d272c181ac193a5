import { describe, expect, it } from 'vitest';
import { findTables } from '#shared/roster/find-tables.ts';
import { nameKey } from '#shared/roster/values/name-key.ts';
import { messyRoster, type RowTruth } from '#test/builders/rosters/messy-roster.ts';
import { sheetOf } from '#test/builders/rosters/messy-sheet.ts';
import { checkTable, compareAll, finders } from './read-sheet.ts';

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
        expect(rows.map(read), `${what} sheet ${sheet + 1}`).toEqual(
          (roster.truth[sheet] ?? []).map(expected),
        );
      }
      const outcomes = compareAll(checked.map((rows) => ({ rows }))).flat();
      const repeats = roster.truth.flat().filter((row) => row.repeats).length;
      expect(outcomes.filter((row) => row.outcome === 'ignore').length, what).toBe(repeats);
      expect(outcomes.filter((row) => row.outcome === 'create').length, what).toBe(outcomes.length - repeats);
    }
  });
});

function read(row: ReturnType<typeof checkTable>[number]) {
  const { name, code, streetId, registeredOn, registeredCapital, contactPhone } = row.fields;
  return {
    row: row.row,
    name: nameKey(name ?? ''),
    code: code ?? null,
    streetId: streetId ?? null,
    registeredOn: registeredOn ?? null,
    registeredCapital: registeredCapital ?? null,
    contactPhone: contactPhone ?? null,
    formerName: row.formerName,
  };
}

function expected({ repeats: _, ...truth }: RowTruth) {
  return { ...truth, name: nameKey(truth.name) };
}

function chunks(list: readonly number[], size: number): number[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) =>
    list.slice(index * size, (index + 1) * size),
  );
}
