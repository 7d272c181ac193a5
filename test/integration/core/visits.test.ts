import { expect, test } from 'vitest';
import { openTestCore, type TestCore } from '#test/builders/core.ts';

/** The day of the core in these tests is later than all of these. */
const asOf = '2024-06-30';

const save = async (core: TestCore, name: string) =>
  (await core.ask('firms.save', { id: null, patch: { name, scale: 'small' }, reason: '' })).id;

const visit = { id: null, plannedOn: null, visitedOn: null, visitors: null, record: null };
const request = {
  id: null,
  visitId: null,
  receivedOn: '2024-05-21',
  kind: 'finance' as const,
  text: '希望对接专精特新贷',
  unit: '区金融办',
  dueOn: '2024-06-20',
  answer: null,
  closedOn: null,
  satisfaction: null,
};

test('a visit waits, is overdue after its day, and is made; each firm counts once a year', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  const [one, two] = [await save(core, '杭州甲有限公司'), await save(core, '杭州乙有限公司')];
  await core.ask('visits.save', { ...visit, firmId: one, plannedOn: '2024-06-20', visitors: '王科长' });
  await core.ask('visits.save', { ...visit, firmId: one, plannedOn: '2024-07-20' });
  await core.ask('visits.save', { ...visit, firmId: two, visitedOn: '2024-06-01', record: '订单饱满' });
  await core.ask('visits.save', { ...visit, firmId: two, visitedOn: '2024-06-15' });
  const list = await core.ask('visits.list', { asOf });
  expect(list.counts).toEqual({ planned: 1, overdue: 1, made: 2 });
  expect(list.firmsThisYear).toBe(1);
  expect(
    list.rows.map(({ firm, state, plannedOn, visitedOn }) => [firm, state, plannedOn ?? visitedOn]),
  ).toEqual([
    ['杭州甲有限公司', 'overdue', '2024-06-20'],
    ['杭州甲有限公司', 'planned', '2024-07-20'],
    ['杭州乙有限公司', 'made', '2024-06-15'],
    ['杭州乙有限公司', 'made', '2024-06-01'],
  ]);
  const [late] = list.rows;
  const { changeSetId } = await core.ask('visits.save', {
    id: late?.id ?? 0,
    firmId: one,
    plannedOn: '2024-06-20',
    visitedOn: '2024-06-22',
    visitors: '王科长',
    record: '需要扩产用地',
  });
  expect((await core.ask('visits.list', { asOf, state: 'overdue' })).total).toBe(0);
  await core.ask('changes.undo', { id: changeSetId ?? 0, reason: '' });
  expect((await core.ask('visits.list', { asOf, state: 'overdue' })).total).toBe(1);
  core.close();
});

test('what cannot be is refused with its reason and changes nothing', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  const firmId = await save(core, '杭州甲有限公司');
  const refusal = async (change: object) =>
    (await core.refused('visits.save', { ...visit, firmId, ...change })).params.problem;
  expect(await refusal({})).toBe('请填写计划日期或走访日期');
  expect(await refusal({ visitedOn: '2199-01-01' })).toContain('晚于今天');
  expect(await refusal({ plannedOn: '2024-06-20', record: '订单饱满' })).toContain('没有写走访日期');
  const problem = async (change: object) =>
    (await core.refused('requests.save', { ...request, firmId, ...change })).params.problem;
  expect(await problem({ dueOn: '2024-05-20' })).toBe('办理期限早于提出日期');
  expect(await problem({ closedOn: '2024-05-20', answer: '已对接' })).toBe('办结日期早于提出日期');
  expect(await problem({ closedOn: '2024-06-20' })).toBe('办结的诉求须写明办理情况');
  expect(await problem({ satisfaction: 'content' })).toBe('办结后才能登记满意度');
  expect((await core.ask('visits.list', { asOf })).total).toBe(0);
  expect((await core.ask('requests.list', { asOf })).total).toBe(0);
  core.close();
});

test('a request runs in a closed loop: waiting, answered, overdue, closed in time or late, judged by the firm', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  const firmId = await save(core, '杭州甲有限公司');
  const states = async () =>
    (await core.ask('requests.list', { asOf: '2024-06-20' })).rows.map(({ state }) => state);
  await core.ask('requests.save', { ...request, firmId });
  expect(await states()).toEqual(['open']);
  const [saved] = (await core.ask('requests.list', { asOf })).rows;
  const loop = { ...request, id: saved?.id ?? 0, firmId, answer: '已约三家银行' };
  await core.ask('requests.save', loop);
  expect(await states()).toEqual(['answered']);
  expect((await core.ask('requests.list', { asOf })).counts.overdue).toBe(1);
  await core.ask('requests.save', { ...loop, closedOn: '2024-06-20', satisfaction: 'content' });
  await core.ask('requests.save', {
    ...request,
    firmId,
    text: '希望引进模具工程师',
    kind: 'talent',
    unit: '区人社局',
    answer: '已列入需求清单',
    closedOn: '2024-06-25',
  });
  const list = await core.ask('requests.list', { asOf });
  expect([list.counts.closed, list.inTime, list.content, list.judged]).toEqual([2, 1, 1, 1]);
  expect(list.units).toEqual(['区金融办', '区人社局']);
  expect((await core.ask('requests.list', { asOf, unit: '区人社局' })).total).toBe(1);
  core.close();
});

test('a firm in peace gets no planned visit unless it has a request open; a visit soon after another is pointed out', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  const firmId = await save(core, '杭州甲有限公司');
  await core.ask('visits.quiet', { firmId, quiet: { from: '2024-06-01', reason: '企业来电要求' } });
  await core.ask('visits.save', { ...visit, firmId, visitedOn: '2024-06-10' });
  expect(await core.ask('visits.before', { firmId, asOf })).toEqual({
    quiet: { from: '2024-06-01', reason: '企业来电要求' },
    lastVisit: '2024-06-10',
    planned: null,
    openRequests: 0,
    restedDays: 20,
  });
  const plan = { ...visit, firmId, plannedOn: '2024-07-10' };
  expect(await core.refused('visits.save', plan)).toMatchObject({ code: 'visit-refused' });
  await core.ask('requests.save', { ...request, firmId });
  await core.ask('visits.save', plan);
  await core.ask('visits.quiet', { firmId, quiet: null });
  expect(await core.ask('visits.before', { firmId, asOf })).toMatchObject({
    quiet: null,
    planned: '2024-07-10',
    openRequests: 1,
  });
  core.close();
});

test('removing a visit keeps what was asked for on it', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  const firmId = await save(core, '杭州甲有限公司');
  await core.ask('visits.save', { ...visit, firmId, visitedOn: '2024-05-21' });
  const [made] = (await core.ask('visits.list', { asOf })).rows;
  await core.ask('requests.save', { ...request, firmId, visitId: made?.id ?? 0 });
  expect((await core.ask('visits.list', { asOf })).rows).toMatchObject([{ requests: 1 }]);
  await core.ask('visits.remove', { id: made?.id ?? 0 });
  expect((await core.ask('requests.list', { asOf })).rows).toMatchObject([{ visitId: null }]);
  core.close();
});
