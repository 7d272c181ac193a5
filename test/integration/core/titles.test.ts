import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { TitleEventKind } from '#shared/domain/title.ts';
import { openTestCore, type TestCore } from '#test/builders/core.ts';

let test: TestCore;
beforeEach(async () => {
  test = await openTestCore({ pack: 'qiantang-2024' });
});
afterEach(() => test.close());

type Event = readonly [titleId: string, kind: TitleEventKind, on: string];

async function firm(name: string, events: readonly Event[]): Promise<number> {
  const { id } = await test.ask('firms.save', { id: null, patch: { name, streetId: 'xiasha' }, reason: '' });
  for (const [titleId, kind, on] of events) {
    await test.ask('titles.record', {
      firmId: id,
      titleId,
      kind,
      on,
      validUntil: null,
      batch: `${on.slice(0, 4)}年度`,
      document: null,
      reason: '',
    });
  }
  return id;
}

describe('到期提醒', () => {
  it('lists what ends within the days asked for, the last day included, and nothing that was prolonged', async () => {
    await firm('甲公司', [['provincial-srdi', 'recognised', '2023-10-01']]); // valid until 2026-09-30
    await firm('乙公司', [
      ['provincial-srdi', 'recognised', '2023-08-01'],
      ['provincial-srdi', 'reviewPassed', '2026-07-20'],
    ]);
    const calendar = (asOf: string, days: number) => test.ask('titles.calendar', { asOf, days });
    expect(
      (await calendar('2026-09-30', 1)).expiring.map((row) => [row.firm, row.until, row.daysLeft]),
    ).toEqual([['甲公司', '2026-09-30', 0]]);
    expect((await calendar('2026-09-01', 29)).expiring).toHaveLength(1);
    expect((await calendar('2026-09-01', 28)).expiring).toHaveLength(0);
  });

  it('lists what ran out without a review for a year, but not what was revoked', async () => {
    await firm('甲公司', [['little-giant', 'recognised', '2022-07-01']]); // until 2025-06-30
    await firm('乙公司', [
      ['little-giant', 'recognised', '2022-07-01'],
      ['little-giant', 'revoked', '2025-05-01'],
    ]);
    const lapsed = async (asOf: string) => (await test.ask('titles.calendar', { asOf })).lapsed;
    expect((await lapsed('2025-07-01')).map((row) => [row.firm, row.daysLeft])).toEqual([['甲公司', -1]]);
    expect(await lapsed('2026-06-30')).toHaveLength(1);
    expect(await lapsed('2026-07-01')).toHaveLength(0);
  });

  it('lists who owes the yearly update until it is taken down, and again when that is undone', async () => {
    const one = await firm('甲公司', [['provincial-srdi', 'recognised', '2024-10-01']]);
    const two = await firm('乙公司', [['little-giant', 'recognised', '2025-07-01']]);
    await firm('丙公司', [['provincial-srdi', 'recognised', '2026-01-10']]);
    const updates = async (asOf: string) =>
      (await test.ask('titles.calendar', { asOf })).updates.map(({ firm: name, by, overdue }) => [
        name,
        by,
        overdue,
      ]);
    expect(await updates('2026-05-31')).toEqual([
      ['甲公司', '2026-05-31', false],
      ['乙公司', '2026-05-31', false],
    ]);
    expect(await updates('2026-06-01')).toEqual([
      ['甲公司', '2026-05-31', true],
      ['乙公司', '2026-05-31', true],
    ]);
    await test.ask('years.save', {
      firmId: one,
      year: 2026,
      figures: { platformScore: 7000 },
      source: null,
      remark: null,
      reason: '',
    });
    const done = await test.ask('titles.markUpdated', { firmIds: [one, two], year: 2026 });
    expect(done.firms).toBe(2);
    expect(await updates('2026-06-01')).toEqual([]);
    const { years } = await test.ask('years.list', { firmId: one });
    expect(years[0]?.figures).toMatchObject({ titleUpdate: true, platformScore: 7000 });
    await test.ask('changes.undo', { id: done.changeSetId ?? 0, reason: '' });
    expect(await updates('2026-06-01')).toHaveLength(2);
    expect(await test.refused('titles.markUpdated', { firmIds: [99], year: 2026 })).toMatchObject({
      code: 'not-found',
    });
  });

  it('names holders whose prerequisite title is not valid on the day', async () => {
    await firm('甲公司', [['little-giant', 'recognised', '2025-07-01']]);
    await firm('乙公司', [
      ['innovative-sme', 'recognised', '2025-01-01'],
      ['provincial-srdi', 'recognised', '2025-05-01'],
      ['little-giant', 'recognised', '2025-07-01'],
    ]);
    const { withoutPrerequisite } = await test.ask('titles.calendar', { asOf: '2026-06-30' });
    expect(withoutPrerequisite.map((row) => [row.firm, row.titleLabel, row.requires])).toEqual([
      ['甲公司', '小巨人', ['省专精特新']],
    ]);
  });
});

describe('年度复核', () => {
  it('tells every result apart', async () => {
    await firm('通过', [
      ['provincial-srdi', 'recognised', '2022-06-01'],
      ['provincial-srdi', 'reviewPassed', '2025-07-15'],
    ]);
    await firm('未过', [
      ['provincial-srdi', 'recognised', '2022-06-01'],
      ['provincial-srdi', 'reviewFailed', '2025-07-15'],
    ]);
    await firm('撤销', [
      ['provincial-srdi', 'recognised', '2022-06-01'],
      ['provincial-srdi', 'revoked', '2024-01-10'],
    ]);
    await firm('没有结果', [['provincial-srdi', 'recognised', '2022-06-01']]);
    await firm('别的年份', [['provincial-srdi', 'recognised', '2023-06-01']]);
    const results = async (asOf: string) =>
      Object.fromEntries(
        (await test.ask('titles.cohort', { year: 2025, asOf })).rows.map((row) => [
          row.firm,
          row.resultLabel,
        ]),
      );
    expect(await results('2025-12-31')).toEqual({
      通过: '复核通过',
      未过: '复核未通过',
      撤销: '已撤销或迁出',
      没有结果: '到期未复核',
    });
    expect(await results('2025-05-31')).toEqual({
      通过: '待复核',
      未过: '待复核',
      撤销: '已撤销或迁出',
      没有结果: '待复核',
    });
    const next = await test.ask('titles.cohort', { year: 2028, asOf: '2025-12-31' });
    expect(next.rows.map((row) => [row.firm, row.until, row.result])).toEqual([
      ['通过', '2028-05-31', 'pending'],
    ]);
  });

  it('prints the same rows as the page shows', async () => {
    await test.ask('demo.load', {});
    const asOf = '2026-06-30';
    const cohort = await test.ask('titles.cohort', { year: 2026, asOf });
    const report = await test.ask('reports.get', { kind: 'reviews', asOf, year: 2026 });
    const [summary, list] = report.blocks.flatMap((block) => (block.type === 'table' ? [block] : []));
    expect(cohort.rows.length).toBeGreaterThan(0);
    expect(summary?.total?.[1]).toBe(cohort.rows.length);
    expect(list?.rows.map((row) => [row[1], row[6], row[7]])).toEqual(
      cohort.rows.map((row) => [row.firm, row.until, row.resultLabel]),
    );
  });
});

describe('称号总览', () => {
  it('counts every title by year like the list of firms behind it', async () => {
    await test.ask('demo.load', {});
    const { titles, years } = await test.ask('titles.overview', { asOf: '2026-06-30' });
    const giant = titles.find((title) => title.titleId === 'little-giant');
    expect(years).toEqual([2021, 2022, 2023, 2024, 2025, 2026]);
    for (const [index, year] of years.entries()) {
      const asOf = year === 2026 ? '2026-06-30' : `${year}-12-31`;
      const behind = await test.ask('firms.search', {
        filter: { titleIds: ['little-giant'], titleView: 'newInYear', asOf },
      });
      expect(giant?.byYear[index]?.added).toBe(behind.total);
    }
  });
});
