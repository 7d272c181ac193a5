import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestCore, type TestCore } from '#test/builders/core.ts';
import { readTexts, targetIn } from '#test/builders/exports.ts';

let core: TestCore;
let firm: number;
beforeEach(async () => {
  core = await openTestCore({ pack: 'qiantang-2024' });
  const patch = { name: '杭州青禾科技有限公司', contactName: '张三丰', contactPhone: '13812345678' };
  firm = (await core.ask('firms.save', { id: null, patch, reason: '走访' })).id;
});
afterEach(() => core.close());

async function exportPeriod(from: string, to: string) {
  const target = targetIn(core, '变更历史.xlsx');
  const done = await core.ask('exports.changes', { target: target.token, from, to }, target.paths);
  return { done, texts: await readTexts(target.path) };
}

test('the history of a period goes out whole, sealed, with phones masked, and that it went out is recorded', async () => {
  await core.ask('firms.save', { id: firm, patch: { contactPhone: '13987654321' }, reason: '换号' });
  const { done, texts } = await exportPeriod('2026-06-01', '2026-06-30');
  // The ledger itself was made by the clock of this machine, on another day.
  expect(done.rows).toBe(2);
  const [, header, ...sets] = texts.变更集 ?? [];
  expect(header).toContain('封存校验值（SHA-256）');
  expect(sets.map((row) => row.slice(0, 5))).toEqual([
    ['2', '2026-06-30 09:00', '测试员', '新增企业', '走访'],
    ['3', '2026-06-30 09:00', '测试员', '修改企业', '换号'],
  ]);
  expect(sets.every((row) => /^[0-9a-f]{64}$/.test(row.at(-1) ?? ''))).toBe(true);
  expect(texts.明细?.at(-1)?.slice(-3)).toEqual(['联系电话', '138****5678', '139****4321']);
  expect(JSON.stringify(texts)).not.toMatch(/13812345678|13987654321/);
  const { changeSet } = await core.ask('changes.get', { id: done.changeSetId ?? 0 });
  expect(changeSet.reason).toMatch(
    /^导出2026-06-01 至 2026-06-30 的变更历史 2 次；文件 变更历史.xlsx，SHA-256/,
  );
});

test('a period without a change, or turned round, is refused', async () => {
  const { token, paths } = targetIn(core, '空.xlsx');
  for (const [from, to, code] of [
    ['2019-01-01', '2019-12-31', 'export-empty'],
    ['2026-06-30', '2026-06-01', 'bad-request'],
  ]) {
    const answer = await core.core.call('exports.changes', { target: token, from, to }, { paths });
    expect(answer).toMatchObject({ ok: false, error: { code } });
  }
});

test('who looked at a phone or an account in clear stands in the trail, the fact itself does not', async () => {
  expect((await core.refused('firms.reveal', { id: firm, what: 'account' })).code).toBe('not-found');
  const account = { firmId: firm, holder: '甲', bank: '某银行', accountNumber: '6222000011112222' };
  await core.ask('claims.setAccount', account);
  const before = (await core.ask('changes.list', {})).total;
  expect(await core.ask('firms.reveal', { id: firm, what: 'contactPhone' })).toEqual({
    value: '13812345678',
  });
  expect(await core.ask('firms.reveal', { id: firm, what: 'account' })).toEqual({
    value: '6222000011112222',
  });
  const { rows, total } = await core.ask('changes.list', { limit: 2 });
  expect(total).toBe(before + 2);
  expect(rows).toMatchObject([
    {
      actor: '测试员',
      kindLabel: '查看个人信息',
      reason: '查看杭州青禾科技有限公司的收款账号',
      changeCount: 0,
    },
    {
      actor: '测试员',
      kindLabel: '查看个人信息',
      reason: '查看杭州青禾科技有限公司的联系电话',
      changeCount: 0,
    },
  ]);
  expect((await core.ask('ledger.verify', {})).ok).toBe(true);
});
