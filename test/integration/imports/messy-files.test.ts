import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '#test/builders/core.ts';
import { messyRoster } from '#test/builders/rosters/messy-roster.ts';
import { csvOf, xlsxOf } from '#test/builders/rosters/messy-sheet.ts';

let test: TestCore;
beforeEach(async () => {
  test = await openTestCore({ pack: 'qiantang-2024' });
});
afterEach(() => test.close());

/** Opens a file as the wizard does. */
async function open(name: string, content: Uint8Array | string) {
  const path = join(test.folder, name);
  writeFileSync(path, content);
  return test.ask(
    'imports.open',
    { tokens: ['ticket-of-the-file'] },
    { 'ticket-of-the-file': { path, name } },
  );
}

describe('messy rosters as files', () => {
  it('bring every firm in once through xlsx; again they bring nothing', async () => {
    const firms = new Set<string>();
    for (const seed of [3, 17, 42, 77]) {
      const roster = messyRoster(seed);
      const rows = roster.truth.flat();
      const content = await xlsxOf(roster.sheets);
      const draft = await open(`名册${seed}.xlsx`, content);
      expect(draft.failures).toEqual([]);
      expect(draft.tables.reduce((sum, table) => sum + table.counts.rows, 0)).toBe(rows.length);
      for (const table of draft.tables) {
        await test.ask('imports.confirm', {
          draftId: draft.draftId,
          table: table.table,
          rows: null,
          confirmed: true,
        });
      }
      await test.ask('imports.commit', { draftId: draft.draftId });
      for (const row of rows) firms.add(row.name);
      const { total } = await test.ask('firms.search', {
        filter: { asOf: '2026-06-30' },
        offset: 0,
        limit: 1,
      });
      expect(total, roster.traits.join('、')).toBe(firms.size);
      const again = await open(`名册${seed}再来.xlsx`, content);
      const count = (key: 'created' | 'updated') =>
        again.tables.reduce((sum, table) => sum + table.counts[key], 0);
      expect([count('created'), count('updated')], roster.traits.join('、')).toEqual([0, 0]);
    }
  });

  it('read from csv name the same firms as from xlsx', async () => {
    for (const seed of [5, 8, 21]) {
      const [sheet] = messyRoster(seed).sheets;
      if (sheet === undefined) throw new Error('no sheet');
      const names = async (name: string, content: Uint8Array | string) => {
        const { draftId } = await open(name, content);
        const { rows } = await test.ask('imports.rows', { draftId, offset: 0, limit: 100 });
        return rows.map((row) => [row.name, row.code]);
      };
      const typed = await names('名册.xlsx', await xlsxOf([sheet]));
      expect(typed.length).toBeGreaterThan(3);
      expect(await names('名册.csv', `\uFEFF${csvOf(sheet)}`)).toEqual(typed);
    }
  });

  it('a mapping confirmed by hand is remembered for the layout, and taken back with its import', async () => {
    const csv = '企业名称,统一社会信用代码,主营方向\n杭州砺锋传动有限公司,,轴承\n';
    const draft = await open('一.csv', csv);
    const columns = [
      { index: 1, field: 'name' },
      { index: 2, field: 'code' },
      { index: 3, field: 'mainProduct' },
    ];
    await test.ask('imports.remap', { draftId: draft.draftId, table: 0, kind: 'firms', columns });
    const { changeSetId } = await test.ask('imports.commit', { draftId: draft.draftId });
    const next = await open('二.csv', csv.replace('砺锋', '望潮'));
    expect(next.tables[0]).toMatchObject({ remembered: true });
    expect(next.tables[0]?.columns.map(({ field }) => field)).toEqual(['name', 'code', 'mainProduct']);
    await test.ask('changes.undo', { id: changeSetId ?? 0, reason: '测试' });
    const last = await open('三.csv', csv.replace('砺锋', '星汉'));
    expect(last.tables[0]).toMatchObject({ remembered: false });
  });
});
