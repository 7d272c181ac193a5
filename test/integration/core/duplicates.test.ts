import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimsOf, payment, person, wan } from '#test/builders/claims.ts';
import { openTestCore, type TestCore } from '#test/builders/core.ts';
import { inventedCode } from '#test/builders/firm.ts';

const asOf = '2026-06-30';
let core: TestCore;
const { firm, open, step, announce } = claimsOf(() => core);
beforeEach(async () => {
  core = await openTestCore({ pack: 'qiantang-2024' });
});
afterEach(() => core.close());

const save = async (patch: object) =>
  (
    await core.ask('firms.save', {
      id: null,
      patch: patch as { name: string },
      acceptSuspiciousCode: true,
      reason: '',
    })
  ).id;
const pairs = async () =>
  (await core.ask('duplicates.list', {})).pairs.map(({ reason, first, second }) => [
    reason,
    first.id,
    second.id,
  ]);
const merge = (keepId: number, goneId: number, other: object = {}) =>
  core.ask('duplicates.merge', { keepId, goneId, reason: '', ...other });

test('pairs are found by code body, name and former name; told apart they stay away until that is undone', async () => {
  const code = inventedCode(7);
  const moved = code.replace(/^91330114/, '91330110');
  const a = await save({ name: '杭州甲（集团）有限公司', code });
  const b = await save({ name: '杭州乙有限公司', code: moved });
  const c = await save({ name: '杭州甲(集团)有限公司' });
  const d = await save({ name: '杭州丁有限公司' });
  await core.ask('firms.save', { id: b, patch: { name: '杭州新乙有限公司' }, reason: '' });
  await core.ask('firms.save', { id: d, patch: { name: '杭州乙有限公司' }, reason: '' });
  expect(await pairs()).toEqual([
    ['code', a, b],
    ['name', a, c],
    ['formerName', b, d],
  ]);
  const told = await core.ask('duplicates.distinct', { firstId: c, secondId: a, reason: '地址不同' });
  expect(await pairs()).toEqual([
    ['code', a, b],
    ['formerName', b, d],
  ]);
  await core.ask('changes.undo', { id: told.changeSetId ?? 0, reason: '' });
  expect(await pairs()).toHaveLength(3);
});

test('what differs is chosen, what is missing is filled, and the name that goes is still found', async () => {
  const keep = await save({ name: '杭州留存有限公司', streetId: 'xiasha', contactName: '甲' });
  const gone = await save({
    name: '杭州并入有限公司',
    code: inventedCode(8),
    streetId: 'baiyang',
    contactName: '乙',
  });
  const year = { year: 2025, source: null, remark: null, reason: '' };
  await core.ask('years.save', { ...year, firmId: keep, figures: { revenue: 100 * wan, employees: 10 } });
  await core.ask('years.save', { ...year, firmId: gone, figures: { revenue: 200 * wan, rdSpend: 5 * wan } });
  const compared = await core.ask('duplicates.compare', { keepId: keep, goneId: gone });
  expect(compared.fields.map(({ field }) => field)).toEqual(['name', 'streetId', 'contactName']);
  expect(compared.filled).toEqual(['统一社会信用代码']);
  expect(compared.years).toEqual([
    { year: 2025, figures: [{ label: '营业收入（万元）', keep: '100.00', gone: '200.00' }] },
  ]);
  expect(compared.obstacles).toEqual([]);
  const done = await merge(keep, gone, { takeFields: ['streetId'], takeYears: [2025] });
  const detail = await core.ask('firms.get', { id: keep, asOf });
  expect(detail.form).toMatchObject({ streetId: 'baiyang', code: inventedCode(8) });
  expect((await core.ask('firms.reveal', { id: keep, what: 'contactName' })).value).toBe('甲');
  expect(detail.formerNames.map(({ name }) => name)).toEqual(['杭州并入有限公司']);
  expect(detail.merged).toEqual([{ name: '杭州并入有限公司', code: inventedCode(8), on: asOf }]);
  const { years } = await core.ask('years.list', { firmId: keep });
  expect(years).toMatchObject([
    { year: 2025, figures: { revenue: 200 * wan, employees: 10, rdSpend: 5 * wan } },
  ]);
  const found = await core.ask('firms.search', { filter: { text: '杭州并入', asOf } });
  expect(found.rows.map(({ id }) => id)).toEqual([keep]);
  const history = await core.ask('firms.history', { id: keep });
  expect(history.entries.some(({ changeSet }) => changeSet.kindLabel === '新增企业')).toBe(true);
  expect((await core.refused('firms.get', { id: gone, asOf })).code).toBe('not-found');

  await core.ask('changes.undo', { id: done.changeSetId ?? 0, reason: '合错了' });
  expect((await core.ask('firms.get', { id: gone, asOf })).form).toMatchObject({ code: inventedCode(8) });
  expect((await core.ask('firms.get', { id: keep, asOf })).form).toMatchObject({
    streetId: 'xiasha',
    code: null,
  });
});

test('the same recognition on both records counts once and earns once after the merge', async () => {
  const keep = await firm('杭州双份有限公司', 'provincial-srdi');
  const gone = await firm('杭州双份有限公司分录', 'provincial-srdi', '2024-05-20');
  const count = async () =>
    (await core.ask('firms.search', { filter: { titleIds: ['provincial-srdi'], asOf } })).total;
  const earning = async () =>
    (await core.ask('awards.list', { year: 2024, withRefused: false })).items.map((item) => [
      item.firmId,
      item.amountFen,
      item.claimId !== null,
    ]);
  expect([await count(), (await earning()).length]).toEqual([2, 2]);
  const [claim = 0] = await open(keep);
  await merge(keep, gone);
  expect(await count()).toBe(1);
  expect(await earning()).toEqual([[keep, 20 * wan, true]]);
  expect((await core.ask('claims.list', {})).rows.map(({ id }) => id)).toEqual([claim]);
});

test('money for the same ground on both records: first one claim is withdrawn, then the rest moves', async () => {
  const keep = await firm('杭州同事由有限公司', 'provincial-srdi');
  const gone = await firm('杭州同事由分录有限公司', 'provincial-srdi');
  const [mine = 0] = await open(keep);
  const [theirs = 0] = await open(gone);
  const refusal = await core.refused('duplicates.merge', { keepId: keep, goneId: gone, reason: '' });
  expect(refusal.code).toBe('merge-refused');
  expect(refusal.details?.[0]).toContain('同一事由两家都已立项');
  const { obstacles } = await core.ask('duplicates.compare', { keepId: keep, goneId: gone });
  expect(obstacles).toHaveLength(1);
  await step(mine, 'withdraw', '2025-02-01', { note: '重复立项' });

  await step(theirs, 'decide', '2025-02-10');
  const batch = await core.ask('batches.create', { year: 2025, name: '第一批', claimIds: [theirs] });
  await core.ask('batches.lock', { id: batch.id, locked: true, on: '2025-02-11' });
  await announce(batch.id);
  await core.ask('claims.pay', payment(theirs, 20 * wan));
  await merge(keep, gone);
  const { rows } = await core.ask('claims.list', {});
  expect(rows.map(({ firmId, state, paidFen }) => [firmId, state, paidFen])).toEqual(
    expect.arrayContaining([
      [keep, 'withdrawn', 0],
      [keep, 'paid', 20 * wan],
    ]),
  );
  const again = await core.refused('claims.open', {
    grounds: [{ firmId: keep, clause: rows[0]?.clause ?? '', groundKey: 'provincial-srdi:first' }],
    on: '2026-01-10',
    person,
  });
  expect(again.code).toBe('claim-twice');
});

test('two running files of 一企一策 become one that runs and one that is closed', async () => {
  const keep = await firm('杭州双档甲有限公司');
  const gone = await firm('杭州双档乙有限公司');
  for (const firmId of [keep, gone]) {
    await core.ask('plans.open', {
      firmId,
      titleId: 'little-giant',
      application: 'new',
      openedOn: '2026-03-01',
      contact: null,
      contactUnit: null,
      note: null,
    });
  }
  await merge(keep, gone);
  const { plans } = await core.ask('plans.get', { firmId: keep, asOf });
  expect(plans.map(({ closedOn, result }) => [closedOn, result])).toEqual([
    [null, null],
    [asOf, '企业记录合并，并入杭州双档甲有限公司'],
  ]);
});

test('a project on both records, a sample with a real firm, a firm with itself: refused, nothing changes', async () => {
  const keep = await firm('杭州项目甲有限公司');
  const gone = await firm('杭州项目乙有限公司');
  const { kinds } = await core.ask('projects.kinds', {});
  for (const firmId of [keep, gone]) {
    await core.ask('projects.save', {
      id: null,
      firmId,
      kindId: kinds[0]?.id ?? '',
      name: '智能产线',
      eventOn: '2025-03-01',
      facts: {},
      object: null,
      contract: null,
      remark: null,
    });
  }
  const refusal = await core.refused('duplicates.merge', { keepId: keep, goneId: gone, reason: '' });
  expect(refusal.details).toEqual(['项目“智能产线”两家都有登记，请先删除其中一份']);
  expect((await core.refused('duplicates.merge', { keepId: keep, goneId: keep, reason: '' })).code).toBe(
    'bad-request',
  );
  await core.ask('demo.load', {});
  const sample = (await core.ask('firms.search', { filter: { text: '示例', asOf } })).rows[0]?.id ?? 0;
  const mixed = await core.refused('duplicates.merge', { keepId: keep, goneId: sample, reason: '' });
  expect(mixed.details).toEqual(['一家是示例企业、一家是真实企业，不能合并']);
});
