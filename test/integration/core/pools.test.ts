import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '#test/builders/core.ts';

const seeds = 'little-giant-seeds';
let test: TestCore;
beforeEach(async () => {
  test = await openTestCore({ pack: 'qiantang-2024' });
});
afterEach(() => test.close());

async function firm(name: string, title: string | null = null, on = '2025-05-18'): Promise<number> {
  const { id } = await test.ask('firms.save', {
    id: null,
    patch: { name, streetId: 'xiasha', chainId: 'biomedicine', aboveScale: true },
    reason: '',
  });
  if (title !== null) await record(id, title, on);
  return id;
}

async function record(firmId: number, titleId: string, on: string) {
  await test.ask('titles.record', {
    firmId,
    titleId,
    kind: 'recognised',
    on,
    validUntil: null,
    batch: null,
    document: null,
    reason: '',
  });
}

const enter = (firmIds: number[], stage: string, on: string) =>
  test.ask('pools.enter', { poolId: seeds, firmIds, stage, on, reason: '' });
const leave = (firmIds: number[], exit: 'reached' | 'failed', on: string, reason = '') =>
  test.ask('pools.leave', { poolId: seeds, firmIds, exit, on, reason });
const pool = async (asOf: string) =>
  (await test.ask('pools.list', { asOf })).pools.find((each) => each.poolId === seeds);

describe('培育库', () => {
  it('knows who was in, and at which stage, on any day', async () => {
    const id = await firm('甲公司', 'provincial-srdi');
    await enter([id], '储备', '2025-06-01');
    await enter([id], '培育', '2025-09-01');
    await leave([id], 'failed', '2026-03-01', '年度评价不合格');
    const on = async (asOf: string) => {
      const { rows } = await test.ask('pools.members', { poolId: seeds, asOf });
      return rows.map((row) => [row.stage, row.since, row.stageSince]);
    };
    expect(await on('2025-05-31')).toEqual([]);
    expect(await on('2025-06-01')).toEqual([['储备', '2025-06-01', '2025-06-01']]);
    expect(await on('2025-08-31')).toEqual([['储备', '2025-06-01', '2025-06-01']]);
    expect(await on('2026-02-28')).toEqual([['培育', '2025-06-01', '2025-09-01']]);
    expect(await on('2026-03-01')).toEqual([]);
    expect(await pool('2026-03-01')).toMatchObject({
      members: 0,
      entered: 0,
      left: 1,
      target: 100,
      gap: 100,
    });
    expect(await pool('2025-12-31')).toMatchObject({ members: 1, entered: 1, left: 0, gap: 99 });
  });

  it('counts the same in the 131 targets and in the list of firms behind the figure', async () => {
    const ids = [await firm('甲公司', 'provincial-srdi'), await firm('乙公司', 'provincial-srdi')];
    await enter(ids, '储备', '2025-06-01');
    await leave([ids[0] ?? 0], 'failed', '2026-02-01', '不合格');
    const asOf = '2026-06-30';
    const { measures } = await test.ask('goals.get', { asOf });
    expect(measures.find((measure) => measure.id === seeds)).toMatchObject({
      stock: 1,
      cumulative: 2,
      newThisYear: 0,
      target: 100,
      gap: 99,
      titleIds: [seeds],
    });
    const behind = await test.ask('firms.search', { filter: { titleIds: [seeds], asOf } });
    expect(behind.rows.map((row) => row.name)).toEqual(['乙公司']);
  });

  it('proposes who passes the selection standard, with the reasons, and nobody who is in or holds the title', async () => {
    await firm('没有称号');
    await firm('达到小巨人', 'little-giant');
    const member = await firm('已在库', 'provincial-srdi');
    await firm('候选', 'provincial-srdi');
    await enter([member], '储备', '2025-06-01');
    const { rows } = await test.ask('pools.candidates', { poolId: seeds, asOf: '2026-06-30' });
    expect(rows.map((row) => [row.firm, row.points])).toEqual([['候选', 4]]);
    expect(rows[0]?.items.filter((item) => item.met).map((item) => [item.label, item.points])).toEqual([
      ['持有有效的省级专精特新中小企业称号', 2],
      ['属于本区重点产业链', 1],
      ['规模以上企业', 1],
    ]);
  });

  it('says who reached the title and lets them leave with honour', async () => {
    const id = await firm('甲公司', 'provincial-srdi');
    await enter([id], '成长', '2025-06-01');
    await record(id, 'little-giant', '2026-05-01');
    const { rows } = await test.ask('pools.members', { poolId: seeds, asOf: '2026-06-30' });
    expect(rows.map((row) => row.reached)).toEqual([true]);
    await leave([id], 'reached', '2026-06-30');
    const after = await test.ask('pools.members', { poolId: seeds, asOf: '2026-06-30' });
    expect(after.rows).toEqual([]);
    expect(after.exits.map((row) => [row.firm, row.exitLabel, row.leftOn])).toEqual([
      ['甲公司', '达标出库', '2026-06-30'],
    ]);
  });

  it('refuses what makes no sense and changes nothing', async () => {
    const titled = await firm('已是小巨人', 'little-giant');
    const id = await firm('甲公司', 'provincial-srdi');
    const input = { poolId: seeds, firmIds: [id], stage: '储备', on: '2025-06-01', reason: '' };
    const refused = async (method: 'pools.enter' | 'pools.leave', change: object) =>
      (await test.refused(method, { ...input, ...change })).code;
    expect(await refused('pools.enter', { stage: '没有的阶段' })).toBe('pool-refused');
    expect(await refused('pools.enter', { firmIds: [titled, id] })).toBe('pool-refused');
    expect(await refused('pools.enter', { firmIds: [id, 9999] })).toBe('not-found');
    const out = { poolId: seeds, firmIds: [id], on: '2025-07-01', reason: '', exit: 'failed' };
    expect((await test.refused('pools.leave', out)).code).toBe('pool-refused');
    await enter([id], '储备', '2025-06-01');
    expect((await test.refused('pools.leave', out)).code).toBe('pool-refused'); // no reason given
    expect(await refused('pools.enter', { on: '2025-05-01' })).toBe('pool-refused'); // before what is on record
    expect(await pool('2025-12-31')).toMatchObject({ members: 1 });
  });

  it('is undone like every change', async () => {
    const id = await firm('甲公司', 'provincial-srdi');
    const { changeSetId } = await enter([id], '储备', '2025-06-01');
    await test.ask('changes.undo', { id: changeSetId ?? 0, reason: '登记错误' });
    expect(await pool('2025-12-31')).toMatchObject({ members: 0 });
    expect((await test.ask('ledger.verify', {})).ok).toBe(true);
  });

  it('holds sample members that go with the sample', async () => {
    await test.ask('demo.load', {});
    expect((await pool('2026-11-25'))?.members).toBeGreaterThan(5);
    await test.ask('demo.remove', {});
    expect(await pool('2026-11-25')).toMatchObject({ members: 0 });
  });
});
