import { expect, test } from 'vitest';
import type { InputOf } from '#shared/contract/api.ts';
import { openTestCore, type TestCore } from '#test/builders/core.ts';

const park = (change: Partial<InputOf<'parks.save'>> = {}): InputOf<'parks.save'> => ({
  id: null,
  packId: null,
  name: '河庄小微企业园',
  aliases: ['河庄园区'],
  kind: 'micro-park',
  rating: '四星级',
  ratedOn: '2024-03-01',
  streetId: null,
  operator: '河庄资产公司',
  industry: '智能装备',
  landArea: 66_667,
  floorArea: 120_000,
  openedOn: null,
  facilities: '检验检测',
  remark: null,
  ...change,
});

const listed = async (core: TestCore, placeId: string) => {
  const { rows } = await core.ask('parks.list', { asOf: '2024-06-30', year: 2024 });
  const found = rows.find((row) => row.placeId === placeId);
  if (found === undefined) throw new Error(`no park ${placeId}`);
  return found;
};

test('a platform of the pack is described once, keeps its name, and loses only the description', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  const described = {
    ...park(),
    packId: 'qiantang-xingu',
    name: null,
    aliases: [],
    kind: 'platform' as const,
  };
  expect(await listed(core, 'qiantang-xingu')).toMatchObject({ id: null, kind: null, ofPack: true });
  await core.ask('parks.save', described);
  await core.ask('parks.save', { ...described, rating: '省级' });
  const row = await listed(core, 'qiantang-xingu');
  expect(row).toMatchObject({ label: '钱塘芯谷', ofPack: true, rating: '省级', floorArea: 120_000 });
  await core.ask('parks.remove', { id: row.id ?? 0 });
  expect(await listed(core, 'qiantang-xingu')).toMatchObject({ label: '钱塘芯谷', id: null, rating: null });
  core.close();
});

test('a park of the bureau’s own is a platform everywhere: forms, filters, figures, papers; it stays while firms belong to it', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  const saved = await core.ask('parks.save', park());
  const state = await core.ask('ledger.state', {});
  const own = (state.state === 'open' ? state.district.platforms : []).find(
    ({ label }) => label === '河庄小微企业园',
  );
  expect(own?.id).toBe('park-1');
  const { id: firmId } = await core.ask('firms.save', {
    id: null,
    patch: { name: '杭州河庄机械有限公司', platformId: 'park-1' },
    reason: '',
  });
  await core.ask('years.save', {
    firmId,
    year: 2023,
    figures: { revenue: 3_000_000_000, rdSpend: 100_000_000 },
    source: null,
    remark: null,
    reason: '',
  });
  expect(await listed(core, 'park-1')).toMatchObject({
    ofPack: false,
    firms: 1,
    reported: 1,
    revenueFen: 3_000_000_000,
    rdFen: 100_000_000,
  });
  const found = await core.ask('firms.search', { filter: { asOf: '2024-06-30', platformIds: ['park-1'] } });
  expect(found.rows.map(({ platformLabel }) => platformLabel)).toEqual(['河庄小微企业园']);
  const paper = await core.ask('reports.get', { kind: 'parks', asOf: '2024-06-30', year: 2024 });
  const table = paper.blocks.find((block) => block.type === 'table');
  expect(table).toMatchObject({
    rows: expect.arrayContaining([expect.arrayContaining(['河庄小微企业园', '小微企业园', '四星级', 1, 0])]),
  });
  expect((await core.refused('parks.remove', { id: 1 })).code).toBe('park-refused');
  expect((await core.refused('changes.undo', { id: saved.changeSetId ?? 0, reason: '' })).code).toBe(
    'undo-moved-on',
  );
  await core.ask('firms.save', { id: firmId, patch: { platformId: null }, reason: '' });
  await core.ask('parks.remove', { id: 1 });
  const { rows } = await core.ask('parks.list', { asOf: '2024-06-30', year: 2024 });
  expect(rows.every(({ ofPack }) => ofPack)).toBe(true);
  core.close();
});

test('names must tell places apart, and days must have been', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  expect((await core.refused('parks.save', park({ name: '医药港小镇' }))).code).toBe('park-refused');
  expect((await core.refused('parks.save', park({ aliases: ['白杨街道'] }))).code).toBe('park-refused');
  expect((await core.refused('parks.save', park({ name: '甲园、乙园' }))).code).toBe('park-refused');
  expect((await core.refused('parks.save', park({ name: null }))).code).toBe('park-refused');
  expect((await core.refused('parks.save', park({ ratedOn: '2090-01-01' }))).code).toBe('park-refused');
  expect((await core.refused('parks.save', park({ packId: 'nowhere' }))).code).toBe('not-found');
  await core.ask('parks.save', park());
  expect((await core.refused('parks.save', park())).code).toBe('park-refused');
  await core.ask('parks.save', park({ id: 1, name: '河庄智造园', aliases: ['河庄小微企业园'] }));
  expect(await listed(core, 'park-1')).toMatchObject({ label: '河庄智造园', aliases: ['河庄小微企业园'] });
  core.close();
});
