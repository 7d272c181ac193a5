import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openTestCore } from '#test/builders/core.ts';

it('a paper that was printed or saved, and a copy of the ledger kept elsewhere, stand in the trail', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  const name = '梯度培育进度报告_2026-06-30';
  for (const how of ['pdf', 'print'])
    expect((await core.core.call('@paper-log', { name, how })).ok).toBe(true);
  const copy = join(core.folder, '台账备份.sqlite');
  expect((await core.core.call('@backup-to', { path: copy })).ok).toBe(true);
  const { rows } = await core.ask('changes.list', { limit: 3 });
  expect(
    rows.map(({ kindLabel, reason, actor, changeCount }) => [kindLabel, reason, actor, changeCount]),
  ).toEqual([
    ['另存备份', '台账备份.sqlite', '测试员', 0],
    ['打印、导出报表', '打印：梯度培育进度报告_2026-06-30', '测试员', 0],
    ['打印、导出报表', 'PDF：梯度培育进度报告_2026-06-30', '测试员', 0],
  ]);
  expect(await core.ask('ledger.verify', {})).toMatchObject({ ok: true });
  core.close();
});
