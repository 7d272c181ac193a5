import { afterEach, beforeEach, expect, it } from 'vitest';
import { openTestCore, type TestCore } from '#test/builders/core.ts';
import { inventedCode } from '#test/builders/firm.ts';

const asOf = '2026-06-30';
let core: TestCore;
let firmId: number;

beforeEach(async () => {
  core = await openTestCore({ pack: 'qiantang-2024' });
  firmId = await save({ name: '杭州甲机械有限公司', code: inventedCode(1), streetId: 'baiyang' });
});
afterEach(() => core.close());

const save = async (patch: { name: string; code?: string; streetId?: string }) =>
  (await core.ask('firms.save', { id: null, patch, reason: '' })).id;
const record = (on: string) =>
  core.ask('titles.record', {
    firmId,
    titleId: 'provincial-srdi',
    kind: 'recognised',
    on,
    validUntil: null,
    batch: null,
    document: null,
    reason: '',
  });
const parts = async () => (await core.ask('duplicates.parts', { firmId })).groups;
const split = {
  name: '杭州乙电子有限公司',
  code: inventedCode(2),
  reason: '名册错行',
};
const titlesOf = async (id: number) =>
  (await core.ask('firms.get', { id, asOf })).titleEvents.map(({ on }) => on);

it('what is ticked goes to a record of its own, the rest stays; taken back whole', async () => {
  await record('2024-05-18');
  await record('2025-05-18');
  const figures = { revenue: 5_000_000_00 };
  const year = { firmId, year: 2025, figures, source: null, remark: null, reason: '' };
  await core.ask('years.save', year);
  const visit = { firmId, plannedOn: null, visitedOn: '2026-06-01', visitors: '张三', record: '走访' };
  await core.ask('visits.save', { id: null, ...visit });
  const groups = await parts();
  expect(groups.map(({ label, rows }) => `${label} ${rows.length}`)).toEqual([
    '称号事件 2',
    '经营数据 1',
    '走访 1',
  ]);
  expect(groups[0]?.rows[1]).toMatchObject({ claimed: false });
  expect(groups[0]?.rows[1]?.text).toContain('2025-05-18');
  const wanted = [
    { table: 'title_event', id: groups[0]?.rows[1]?.id ?? 0 },
    { table: 'firm_year', id: groups[1]?.rows[0]?.id ?? 0 },
  ];
  const done = await core.ask('duplicates.split', { firmId, ...split, rows: wanted });

  expect(await titlesOf(firmId)).toEqual(['2024-05-18']);
  expect(await titlesOf(done.id)).toEqual(['2025-05-18']);
  expect((await core.ask('years.list', { firmId })).years).toEqual([]);
  expect((await core.ask('years.list', { firmId: done.id })).years).toMatchObject([{ year: 2025, figures }]);
  expect((await core.ask('firms.get', { id: done.id, asOf })).form).toMatchObject({
    name: split.name,
    code: split.code,
    streetId: 'baiyang',
  });
  const { rows } = await core.ask('changes.list', { limit: 1 });
  expect(rows[0]).toMatchObject({
    kindLabel: '拆分企业',
    reason: '杭州乙电子有限公司 从 杭州甲机械有限公司 拆出：名册错行',
  });
  expect(await core.ask('ledger.verify', {})).toMatchObject({ ok: true });

  await core.ask('changes.undo', { id: done.changeSetId ?? 0, reason: '' });
  expect(await titlesOf(firmId)).toEqual(['2024-05-18', '2025-05-18']);
  expect((await core.refused('firms.get', { id: done.id, asOf })).code).toBe('not-found');
});

it('what was merged by mistake comes apart again under its own name and code, which the other forgets', async () => {
  const goneId = await save({ name: split.name, code: split.code });
  await core.ask('duplicates.merge', { keepId: firmId, goneId, reason: '' });
  expect((await core.ask('duplicates.parts', { firmId })).names).toEqual([
    { name: split.name, code: split.code },
  ]);
  const done = await core.ask('duplicates.split', { firmId, ...split, rows: [] });
  expect((await core.ask('firms.get', { id: firmId, asOf })).formerNames).toEqual([]);
  const found = await core.ask('firms.search', { filter: { text: split.name, asOf } });
  expect(found.rows.map(({ id }) => id)).toEqual([done.id]);
});

it('is refused for what is claimed, what is not of the firm, a taken code and its own name', async () => {
  await record('2024-05-18');
  const row = { table: 'title_event', id: (await parts())[0]?.rows[0]?.id ?? 0 };
  const opened = await core.ask('awards.list', { year: 2024 });
  const grounds = opened.items.map(({ firmId: id, clause, groundKey }) => ({
    firmId: id,
    clause,
    groundKey,
  }));
  await core.ask('claims.open', { grounds, on: asOf, person: '张三' });
  expect((await parts())[0]?.rows[0]).toMatchObject({ claimed: true });
  const refused = (change: object) =>
    core.refused('duplicates.split', { firmId, ...split, rows: [], ...change });
  expect(await refused({ rows: [row] })).toMatchObject({ code: 'split-refused' });
  expect(await refused({ rows: [{ table: 'title_event', id: 999 }] })).toMatchObject({ code: 'not-found' });
  expect(await refused({ rows: [{ table: 'claim', id: 1 }] })).toMatchObject({ code: 'not-found' });
  expect(await refused({ code: inventedCode(1) })).toMatchObject({ code: 'firm-code-taken' });
  expect(await refused({ name: '杭州甲机械有限公司' })).toMatchObject({ code: 'split-refused' });
});
