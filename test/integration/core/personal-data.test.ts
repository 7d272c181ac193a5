import { expect, it } from 'vitest';
import { openTestCore } from '#test/builders/core.ts';

it('name and number of the contact are masked wherever a page asks, and shown one by one with a line in the trail', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  const contact = { contactName: '张三丰', contactPhone: '13812345678' };
  const { id } = await core.ask('firms.save', {
    id: null,
    patch: { name: '杭州测试有限公司', ...contact },
    reason: '',
  });
  const asOf = '2026-06-30';
  const history = await core.ask('firms.history', { id });
  const detail = await core.ask('firms.get', { id, asOf });
  const pages = JSON.stringify([
    await core.ask('firms.search', { filter: { asOf } }),
    detail,
    history,
    await core.ask('changes.get', { id: history.entries[0]?.changeSet.id ?? 0 }),
  ]);
  for (const secret of Object.values(contact)) expect(pages).not.toContain(secret);
  expect(detail.row).toMatchObject({ contactName: '张**', contactPhone: '138****5678' });

  for (const what of ['contactName', 'contactPhone'] as const)
    expect((await core.ask('firms.reveal', { id, what })).value).toBe(contact[what]);
  const { rows } = await core.ask('changes.list', { limit: 2 });
  expect(rows.map(({ kind, reason }) => `${kind} ${reason}`)).toEqual([
    'reveal 查看杭州测试有限公司的联系电话',
    'reveal 查看杭州测试有限公司的联系人',
  ]);
  expect((await core.ask('firms.search', { filter: { text: '张三丰', asOf } })).total).toBe(1);
  core.close();
});
