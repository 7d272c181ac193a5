import { expect, test } from 'vitest';
import { openTestCore, type TestCore } from '#test/builders/core.ts';

const asOf = '2026-06-30';

const save = async (core: TestCore, name: string) =>
  (await core.ask('firms.save', { id: null, patch: { name, scale: 'small' }, reason: '' })).id;

const assign = (core: TestCore, firmIds: number[], officer: string, from: string) =>
  core.ask('services.assign', { firmIds, officer, unit: null, from });

const officersOf = async (core: TestCore, day = asOf) =>
  (await core.ask('services.list', { asOf: day })).rows.map(({ officer }) => officer);

test('a firm has one 服务专员 at a time: the one before ends the day before and stays as history', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  const firmId = await save(core, '杭州专员有限公司');
  await assign(core, [firmId], '张三', '2026-01-01');
  await assign(core, [firmId], '李四', '2026-03-01');
  const { rows } = await core.ask('services.list', { asOf });
  expect(rows).toMatchObject([
    { officer: '李四', from: '2026-03-01', before: ['张三（2026-01-01 至 2026-02-28）'] },
  ]);
  expect(await officersOf(core, '2026-02-28')).toEqual(['张三']);
  expect(
    await core.refused('services.assign', {
      firmIds: [firmId],
      officer: '王五',
      unit: null,
      from: '2026-03-01',
    }),
  ).toMatchObject({ code: 'service-refused' });
  expect(await assign(core, [firmId], '李四', '2026-05-01')).toEqual({ changeSetId: null, firms: 0 });
  core.close();
});

test('交接 moves all firms of one person in one change set, which is undone whole', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  const [one, two, other] = [
    await save(core, '杭州甲有限公司'),
    await save(core, '杭州乙有限公司'),
    await save(core, '杭州丙有限公司'),
  ];
  await assign(core, [one, two], '张三', '2026-01-01');
  await assign(core, [other], '王五', '2026-01-01');
  expect((await core.ask('services.list', { asOf: '2025-12-31' })).officers).toMatchObject([
    { officer: '王五', firms: 0, running: 1 },
    { officer: '张三', firms: 0, running: 2 },
  ]);
  const { changeSetId, firms } = await core.ask('services.handOver', {
    leaving: '张三',
    officer: '李四',
    unit: '企业科',
    from: '2026-06-01',
  });
  expect(firms).toBe(2);
  expect(await officersOf(core)).toEqual(['李四', '李四', '王五']);
  await core.ask('changes.undo', { id: changeSetId ?? 0, reason: '' });
  expect(await officersOf(core)).toEqual(['张三', '张三', '王五']);
  const refused = { leaving: '无此人', officer: '李四', unit: null, from: asOf };
  expect(await core.refused('services.handOver', refused)).toMatchObject({ code: 'service-refused' });
  core.close();
});

test('coverage adds up over the streets, and the list of missing firms is the gap', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  await core.ask('demo.load', {});
  const { titled, covered, streets } = await core.ask('services.list', { asOf });
  const sum = (key: 'titled' | 'covered') => streets.reduce((total, street) => total + street[key], 0);
  expect([sum('titled'), sum('covered')]).toEqual([titled, covered]);
  expect(covered).toBeGreaterThan(0);
  const missing = await core.ask('services.list', { asOf, missing: true, limit: 500 });
  expect(missing.total).toBe(titled - covered);
  expect(missing.total).toBeGreaterThan(0);
  await assign(
    core,
    missing.rows.map(({ firmId }) => firmId),
    '李四',
    '2026-06-01',
  );
  expect(await core.ask('services.list', { asOf, missing: true })).toMatchObject({
    total: 0,
    covered: titled,
  });
  core.close();
});

test('two merged records keep one 服务专员, the other ends', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  const [keepId, goneId] = [await save(core, '杭州留有限公司'), await save(core, '杭州并有限公司')];
  await assign(core, [keepId], '张三', '2026-01-01');
  await assign(core, [goneId], '李四', '2026-01-01');
  await core.ask('duplicates.merge', { keepId, goneId, reason: '' });
  expect(await core.ask('services.list', { asOf: '2026-07-01' })).toMatchObject({
    rows: [{ firmId: keepId, officer: '张三' }],
  });
  core.close();
});
