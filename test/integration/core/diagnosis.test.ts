import { expect, test } from 'vitest';
import { cli } from '#test/builders/cli.ts';
import { openTestCore } from '#test/builders/core.ts';

const asOf = '2026-06-30';

test('the sample: near misses by distance, filtered by what is missing, and one firm in full', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  await core.ask('demo.load', {});
  const { targets } = await core.ask('diagnosis.targets', { asOf });
  const giant = targets.find((target) => target.titleId === 'little-giant');
  expect(giant?.new?.id).toBe('little-giant-2026');
  expect(giant?.review?.id).toBe('little-giant-2022');

  const all = await core.ask('diagnosis.nearMiss', { titleId: 'little-giant', asOf, limit: 500 });
  expect(all.rows).toHaveLength(all.total);
  expect(all.total).toBe(all.considered);
  const distances = all.rows.map((row) => row.distance);
  expect(distances).toEqual([...distances].sort((a, b) => a - b));
  const lacking = await core.ask('diagnosis.nearMiss', { titleId: 'little-giant', asOf, lacks: 'rd' });
  expect(lacking.total).toBe(all.rows.filter((row) => [...row.unmet, ...row.unknown].includes('rd')).length);
  expect(lacking.total).toBeLessThan(all.total);

  const holders = await core.ask('diagnosis.nearMiss', {
    titleId: 'little-giant',
    application: 'review',
    asOf,
    limit: 500,
  });
  const newcomers = new Set(all.rows.map((row) => row.firmId));
  expect(holders.rows.length).toBeGreaterThan(0);
  expect(holders.rows.filter((row) => newcomers.has(row.firmId))).toEqual([]);

  const [nearest] = all.rows;
  const one = await core.ask('diagnosis.get', {
    firmId: nearest?.firmId ?? 0,
    titleId: 'little-giant',
    asOf,
  });
  expect(one.distance).toBe(nearest?.distance);
  expect(one.items.filter((item) => item.outcome === 'unmet').map((item) => item.id)).toEqual(nearest?.unmet);
  core.close();
});

test('what if R&D rose, and what the title would bring in money; nothing is written', async () => {
  const core = await openTestCore({ pack: 'binjiang-2023', today: '2026-04-20' });
  const day = '2026-04-20';
  const { id } = await core.ask('firms.save', {
    id: null,
    patch: { name: '杭州试诊有限公司', code: '91330108MA2AAAAA0P', scale: 'small' },
    acceptSuspiciousCode: true,
    reason: '',
  });
  const wan = 1_000_000;
  const save = (year: number, rdSpend: number) =>
    core.ask('years.save', {
      firmId: id,
      year,
      figures: { revenue: 10_000 * wan, rdSpend: rdSpend * wan },
      source: null,
      remark: null,
      reason: '',
    });
  await save(2024, 600);
  await save(2025, 500);
  const ask = (rdSpend?: number) =>
    core.ask('diagnosis.get', {
      firmId: id,
      titleId: 'little-giant',
      asOf: day,
      ...(rdSpend === undefined ? {} : { assume: { rdSpend: rdSpend * wan } }),
    });
  const rd = ({ items }: Awaited<ReturnType<typeof ask>>) => items.find((item) => item.id === 'rd');
  const today = await ask();
  expect(rd(today)).toMatchObject({ outcome: 'unmet', gap: '近两年研发费用合计差 100万元' });
  expect(rd(await ask(600))?.outcome).toBe('met');
  expect(rd(await ask())?.outcome).toBe('unmet');
  expect(today.money.map(({ amountFen, ceiling }) => ({ amountFen, ceiling }))).toEqual([
    { amountFen: 100 * wan, ceiling: true },
  ]);
  const refused = await core.refused('diagnosis.get', { firmId: id, titleId: 'high-tech', asOf: day });
  expect(refused.code).toBe('bad-request');
  core.close();
});

test('diagnose and near-miss on the command line say the same as the core', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  await core.ask('demo.load', {});
  const expected = await core.ask('diagnosis.nearMiss', { titleId: 'little-giant', asOf, limit: 3 });
  core.core.close();
  const common = ['--db', core.databasePath, '--target', 'little-giant', '--date', asOf];
  const near = await cli('near-miss', ...common, '--limit', '3', '--json');
  expect(near.json()).toEqual(expected);
  const first = expected.rows[0];
  const one = await cli('diagnose', ...common, '--code', first?.code ?? '');
  expect(one.stdout).toContain(`${first?.firm}，对照专精特新“小巨人”企业认定标准（2026）`);
  const none = await cli('diagnose', ...common, '--code', '000');
  expect(none.exit).not.toBe(0);
});
