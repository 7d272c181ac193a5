import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { InputOf, OutputOf } from '#shared/contract/api.ts';
import { openTestCore, type TestCore } from '#test/builders/core.ts';

const poolId = 'little-giant-seeds';
const place = { poolId, year: 2025, asOf: '2026-06-30' };
let test: TestCore;
beforeEach(async () => {
  test = await openTestCore({ pack: 'qiantang-2024' });
});
afterEach(() => test.close());

type Figures = InputOf<'years.save'>['figures'];
/** 满分: every indicator at its best band. */
const best: Figures = {
  revenue: 20_000_000_00,
  mainRevenue: 19_000_000_00,
  netProfit: 3_000_000_00,
  assets: 20_000_000_00,
  liabilities: 5_000_000_00,
  rdSpend: 2_000_000_00,
  employees: 100,
  rdStaff: 40,
  classOneIp: 8,
};
/** Falls through every band but that of growth. */
const worst: Figures = {
  ...best,
  mainRevenue: 9_000_000_00,
  netProfit: -1_000_000_00,
  liabilities: 19_000_000_00,
  rdSpend: 100_000_00,
  rdStaff: 1,
  classOneIp: 0,
};

async function member(name: string, figures: Figures | null, enteredOn = '2025-06-01'): Promise<number> {
  const { id } = await test.ask('firms.save', {
    id: null,
    patch: { name, streetId: 'xiasha', chainId: 'biomedicine', aboveScale: true },
    reason: '',
  });
  await test.ask('pools.enter', { poolId, firmIds: [id], stage: '培育', on: enteredOn, reason: '' });
  await save(id, 2024, { mainRevenue: 10_000_000_00 });
  if (figures !== null) await save(id, 2025, figures);
  return id;
}

async function save(firmId: number, year: number, figures: Figures) {
  await test.ask('years.save', { firmId, year, figures, source: '审计报告', remark: null, reason: '' });
}

const get = (change: object = {}) => test.ask('evaluations.get', { ...place, ...change });
const publish = (change: object = {}) =>
  test.ask('evaluations.publish', {
    ...place,
    on: '2026-06-30',
    document: '示例〔2026〕1号',
    ...change,
  });
const short = ({ rows }: OutputOf<'evaluations.get'>) =>
  rows.map((row) => [row.firm, row.points, row.grade, row.rank, row.standing]);
const problemOf = async (method: Parameters<TestCore['refused']>[0], input: object) => {
  const failure = await test.refused(method, method === 'evaluations.exit' ? input : { ...place, ...input });
  expect(failure.code).toBe('evaluation-refused');
  return JSON.stringify(failure);
};

describe('年度评价', () => {
  it('scores, grades and ranks the members by the figures of the year; missing figures stay open', async () => {
    await member('优公司', best);
    await member('差公司', worst);
    await member('没报数', null);
    const view = await get();
    expect(short(view)).toEqual([
      ['优公司', 10_000, '优秀', 1, 'scored'],
      ['差公司', 0, '不合格', 2, 'scored'],
      ['没报数', null, null, null, 'missing'],
    ]);
    expect(view.rows[2]?.missing).toContain('2025年营业收入');
    expect(view.membersOn).toBe('2025-12-31');
    expect(view.rule?.indicators.reduce((sum, { weight }) => sum + weight, 0)).toBe(100);
    expect(view.rule?.indicators.every(({ reference }) => reference === null)).toBe(true);
  });

  it('counts who was in at the end of the year and still is, and no figure of a later year', async () => {
    const stays = await member('在库', worst);
    await member('次年入库', best, '2026-02-01');
    const gone = await member('已出库', best);
    await test.ask('pools.leave', {
      poolId,
      firmIds: [gone],
      exit: 'withdrawn',
      on: '2026-03-01',
      reason: '',
    });
    await save(stays, 2026, { classOneIp: 50 });
    expect(short(await get())).toEqual([['在库', 0, '不合格', 1, 'scored']]);
    expect((await get({ year: 2024 })).rows).toEqual([]);
  });

  it('shows every input with its origin', async () => {
    const id = await member('优公司', best);
    const { items, row } = await test.ask('evaluations.firm', { ...place, firmId: id });
    expect(items.map((item) => item.low)).toEqual(row.items);
    expect(items[0]).toMatchObject({
      id: 'growth',
      band: 100,
      actual: '90%',
      inputs: [
        {
          label: '2025年主营业务收入（万元）',
          value: '1,900.00',
          origin: '经营数据，来源：审计报告',
        },
        {
          label: '2024年主营业务收入（万元）',
          value: '1,000.00',
          origin: '经营数据，来源：审计报告',
        },
      ],
    });
    expect((await test.refused('evaluations.firm', { ...place, firmId: 999 })).code).toBe('not-found');
  });

  it('takes what the bureau decides, with its reason, and gives it back when it is withdrawn', async () => {
    const id = await member('没报数', null);
    const decide = (change: object) =>
      test.ask('evaluations.decide', {
        ...place,
        firmIds: [id],
        points: null,
        exempt: false,
        reason: '',
        ...change,
      });
    await decide({ points: 6500, reason: '现场核查，数据补报中' });
    expect((await get()).rows[0]).toMatchObject({
      points: 6500,
      grade: '合格',
      standing: 'adjusted',
      reason: '现场核查，数据补报中',
    });
    await decide({ exempt: true, reason: '年内停产搬迁' });
    expect(short(await get())).toEqual([['没报数', null, null, null, 'exempt']]);
    await decide({});
    expect((await get()).rows[0]).toMatchObject({ standing: 'missing', reason: null });
    expect(
      await problemOf('evaluations.decide', { firmIds: [id], points: 6500, exempt: false, reason: ' ' }),
    ).toContain('理由');
    expect(
      await problemOf('evaluations.decide', { firmIds: [999], points: 6500, exempt: false, reason: '甲' }),
    ).toContain('不在');
  });

  it('is not published while a firm has no grade, and is locked once it is', async () => {
    const id = await member('没报数', null);
    await member('差公司', worst);
    expect(await problemOf('evaluations.publish', { on: '2026-06-30', document: null })).toContain('没报数');
    const decision = { firmIds: [id], points: null, exempt: true, reason: '停产' };
    await test.ask('evaluations.decide', { ...place, ...decision });
    const published = await publish();
    expect(published).toMatchObject({ firms: 2, failed: 1 });
    const view = await get();
    expect(view.published).toMatchObject({ on: '2026-06-30', document: '示例〔2026〕1号' });
    expect(short(view)).toEqual([
      ['差公司', 0, '不合格', 1, 'scored'],
      ['没报数', null, null, null, 'exempt'],
    ]);
    expect(await problemOf('evaluations.decide', decision)).toContain('锁定');
    expect(await problemOf('evaluations.publish', { on: '2026-07-01', document: null })).toContain('锁定');
    await test.ask('changes.undo', { id: published.changeSetId ?? 0, reason: '申诉成立，重新评定' });
    expect((await get()).published).toBeNull();
    expect((await test.ask('ledger.verify', {})).ok).toBe(true);
  });

  it('keeps what was published and says what today’s figures would give', async () => {
    const id = await member('差公司', worst);
    await publish();
    await save(id, 2025, best);
    await test.ask('firms.save', { id, patch: { name: '改名后' }, reason: '更名' });
    const [row] = (await get()).rows;
    expect(row).toMatchObject({ firm: '差公司', points: 0, recomputed: { low: 10_000, high: 10_000 } });
    const { items, now } = await test.ask('evaluations.firm', { ...place, firmId: id });
    expect([items[0]?.low, now?.[0]?.low]).toEqual([0, 2000]);
  });

  it('puts the published result of the year before beside the new one', async () => {
    const id = await member('甲公司', worst);
    await publish();
    await save(id, 2026, { ...best, mainRevenue: 19_500_000_00 });
    const next = await get({ year: 2026, asOf: '2026-12-31' });
    expect(next.rows[0]).toMatchObject({
      points: 10_000,
      previous: { points: 0, grade: '不合格', rank: 1 },
    });
  });

  it('lets the failed leave together, those with an open appeal stay, and all of it can be undone', async () => {
    const failed = await member('差公司', worst);
    const appealing = await member('申诉公司', worst);
    await member('优公司', best);
    expect(await problemOf('evaluations.exit', { poolId, year: 2025, on: '2026-07-01' })).toContain(
      '没有公布',
    );
    await publish();
    const appeal = (result: string | null) =>
      test.ask('evaluations.appeal', {
        ...place,
        firmId: appealing,
        appeal: '研发费用漏报',
        result,
      });
    await appeal(null);
    const exit = await test.ask('evaluations.exit', { poolId, year: 2025, on: '2026-07-10' });
    expect(exit).toMatchObject({ left: 1, waiting: 1 });
    const members = async () =>
      (await test.ask('pools.members', { poolId, asOf: '2026-07-10' })).rows.map((row) => row.firm);
    expect(await members()).toEqual(['申诉公司', '优公司']);
    const { exits } = await test.ask('pools.members', { poolId, asOf: '2026-07-10' });
    expect(exits[0]).toMatchObject({
      firmId: failed,
      exitLabel: '评价不合格',
      reason: '2025年度评价不合格（0 分）',
    });
    const after = await get({ asOf: '2026-07-10' });
    expect(after.rows.map((row) => [row.firm, row.left])).toEqual([
      ['优公司', false],
      ['差公司', true],
      ['申诉公司', false],
    ]);
    await appeal('核查后维持原结果');
    expect(await test.ask('evaluations.exit', { poolId, year: 2025, on: '2026-07-20' })).toMatchObject({
      left: 1,
    });
    expect(await problemOf('evaluations.exit', { poolId, year: 2025, on: '2026-07-21' })).toContain(
      '没有可以出库',
    );
    await test.ask('changes.undo', { id: exit.changeSetId ?? 0, reason: '办理有误' });
    expect(await members()).toEqual(['差公司', '申诉公司', '优公司']);
  });

  it('uses the bureau’s weights, written in the history; others are refused', async () => {
    await member('甲公司', { ...worst, rdSpend: 2_000_000_00 });
    const ids = (await get()).rule?.indicators.map(({ id }) => id) ?? [];
    const weights = Object.fromEntries(ids.map((id) => [id, id === 'rd-share' ? 100 : 0]));
    expect(short(await get())).toEqual([['甲公司', 2000, '不合格', 1, 'scored']]);
    const done = await test.ask('evaluations.setWeights', { poolId, weights, reason: '局长办公会确定' });
    const view = await get();
    expect([view.rule?.ownWeights, short(view)[0]?.[1]]).toEqual([true, 10_000]);
    const set = await test.ask('changes.get', { id: done.changeSetId ?? 0 });
    expect(set.changeSet.reason).toContain('局长办公会确定');
    expect(JSON.stringify(set.rows)).toContain('小巨人种子库评价权重');
    expect(JSON.stringify(set.rows)).toContain('创新能力：研发费用占比 100');
    const bad = { poolId, weights: { 'rd-share': 99 }, reason: '甲' };
    expect((await test.refused('evaluations.setWeights', bad)).code).toBe('evaluation-refused');
    await test.ask('evaluations.setWeights', { poolId, weights: null, reason: '恢复政策包权重' });
    expect((await get()).rule?.ownWeights).toBe(false);
  });

  it('holds sample results of an earlier year, which come out the same when computed again, and go with the sample', async () => {
    await test.ask('demo.load', {});
    for (const pool of ['srdi-seedlings', poolId]) {
      const before = await get({ poolId: pool, year: 2024, asOf: '2026-06-30' });
      expect(before.published?.on).toBe('2025-03-31');
      expect(before.rows.length).toBeGreaterThan(2);
      expect(before.rows.filter((row) => row.recomputed !== null)).toEqual([]);
      const next = await get({ poolId: pool });
      expect(next.published).toBeNull();
      expect(next.rows.some((row) => row.previous !== null)).toBe(true);
    }
    await test.ask('demo.remove', {});
    expect((await get({ year: 2024 })).published).toBeNull();
    expect((await test.ask('ledger.verify', {})).ok).toBe(true);
  });

  it('is printed with grades that add up, the list of exits and the indicators', async () => {
    await member('优公司', best);
    await member('差公司', worst);
    await publish();
    const report = await test.ask('reports.get', { kind: 'evaluation', asOf: '2026-06-30', year: 2025 });
    const tables = report.blocks.filter((block) => block.type === 'table');
    const grades = tables.find((table) => table.title.includes('等次汇总'));
    expect(grades?.total).toEqual(['合计', null, 2]);
    const exits = tables.find((table) => table.title === '小巨人种子库出库名单（评价不合格）');
    expect(exits?.rows.map((row) => [row[1], row[4], row[7]])).toEqual([['差公司', '0.00', '待出库']]);
    expect(tables.find((table) => table.title.includes('指标和权重'))?.total?.[1]).toBe(100);
    expect(JSON.stringify(report.blocks)).toContain('文件未定，本局可调');
  });
});
