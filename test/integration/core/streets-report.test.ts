import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '#test/builders/core.ts';

const asOf = '2026-06-30';
let test: TestCore;
beforeEach(async () => {
  test = await openTestCore({ pack: 'qiantang-2024' });
  await test.ask('demo.load', {});
});
afterEach(() => test.close());

async function tables(year: number) {
  const report = await test.ask('reports.get', { kind: 'streets', asOf, year });
  return report.blocks.flatMap((block) => (block.type === 'table' ? [block] : []));
}

it('sums the streets and the platforms to the figures of the home page', async () => {
  const home = await test.ask('dashboard.get', { asOf });
  const money = await test.ask('dashboard.money', { year: 2025 });
  const found = await tables(2025);
  expect(found.map(({ title }) => title)).toEqual([
    '街道称号汇总表（单位：家）',
    '街道培育、评价与奖补汇总表（2025年度奖补，单位：家、笔、万元）',
    '平台称号汇总表（单位：家）',
    '平台培育、评价与奖补汇总表（2025年度奖补，单位：家、笔、万元）',
  ]);
  const titles = home.ladder.flatMap(({ stock, newThisYear }) => [stock, newThisYear]);
  const own = money.years.find(({ year }) => year === 2025);
  const grades = home.grades.flatMap((pool) => pool.grades).filter(({ grade }) => grade !== '不参评');
  expect(money.count).toBeGreaterThan(0);
  for (const [list, rest] of [found.slice(0, 2), found.slice(2)]) {
    expect(list?.total).toEqual(['合计', home.firmCount, ...titles]);
    const members = rest?.total?.slice(1, 1 + home.pools.length);
    expect(members).toEqual(home.pools.map((pool) => pool.members));
    const graded = rest?.total?.slice(1 + home.pools.length, -4) ?? [];
    expect(graded.reduce<number>((sum, count) => sum + Number(count), 0)).toBe(
      grades.reduce((sum, { firms }) => sum + firms, 0),
    );
    expect(rest?.total?.slice(-4)).toEqual([money.count, own?.computedFen, own?.decidedFen, own?.paidFen]);
  }
});

it('gives each street and each platform what the home page shows when it is filtered to it', async () => {
  const [streets, streetMoney, platforms, platformMoney] = await tables(2025);
  const home = await test.ask('dashboard.get', { asOf });
  for (const [lists, moneys, places, key] of [
    [streets, streetMoney, home.streets, 'streetId'],
    [platforms, platformMoney, home.platforms, 'platformId'],
  ] as const) {
    for (const place of places.filter(({ placeId }) => placeId !== null)) {
      const own = await test.ask('dashboard.get', { asOf, [key]: place.placeId });
      const money = await test.ask('dashboard.money', { year: 2025, [key]: place.placeId });
      expect(lists?.rows.find(([label]) => label === place.label)).toEqual([
        place.label,
        own.firmCount,
        ...own.ladder.flatMap(({ stock, newThisYear }) => [stock, newThisYear]),
      ]);
      const row = moneys?.rows.find(([label]) => label === place.label);
      expect(row?.slice(-4, -2)).toEqual([money.count, money.totalFen]);
    }
  }
});
