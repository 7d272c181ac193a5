import { expect, test } from 'vitest';
import { openTestCore } from '#test/builders/core.ts';

test('yearly figures are saved, kept where nothing was said, and taken back', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  const { id } = await core.ask('firms.save', { id: null, patch: { name: '杭州试数有限公司' }, reason: '' });
  const base = { firmId: id, year: 2025, source: '审计报告', remark: null, reason: '' };
  await core.ask('years.save', { ...base, figures: { revenue: 5_000_000_000, ownBrand: true } });
  const second = await core.ask('years.save', { ...base, figures: { rdSpend: 6_000_000_000 } });
  const { years, notes } = await core.ask('years.list', { firmId: id });
  expect(years).toHaveLength(1);
  expect(years[0]?.figures).toMatchObject({
    revenue: 5_000_000_000,
    rdSpend: 6_000_000_000,
    ownBrand: true,
    employees: null,
  });
  expect(notes.map((note) => note.text)).toEqual(['研发费用大于营业收入，请核对']);

  const again = await core.ask('years.save', { ...base, figures: { rdSpend: 6_000_000_000 } });
  expect(again.changeSetId).toBeNull();

  await core.ask('changes.undo', { id: second.changeSetId ?? 0, reason: '填错' });
  const after = await core.ask('years.list', { firmId: id });
  expect(after.years[0]?.figures).toMatchObject({ revenue: 5_000_000_000, rdSpend: null });

  const { entries } = await core.ask('firms.history', { id });
  const labels = entries.flatMap(({ rows }) =>
    rows.flatMap(({ fields }) => fields.map(({ label, after: value }) => `${label} ${value}`)),
  );
  expect(labels).toContain('营业收入（万元） 5,000.00');
  expect(labels).toContain('拥有自主品牌 是');
  core.close();
});

test('figures that cannot be are refused and change nothing', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  const { id } = await core.ask('firms.save', { id: null, patch: { name: '杭州试数有限公司' }, reason: '' });
  const base = { firmId: id, year: 2025, source: null, remark: null, reason: '' };
  for (const figures of [{ revenue: -1 }, { digitalLevel: 9 }, { rdInstitution: 'moon' }, { unknown: 1 }]) {
    expect((await core.refused('years.save', { ...base, figures })).code).toBe('bad-request');
  }
  expect((await core.refused('years.save', { ...base, firmId: 99, figures: {} })).code).toBe('not-found');
  expect((await core.ask('years.list', { firmId: id })).years).toEqual([]);
  core.close();
});
