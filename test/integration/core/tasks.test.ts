import { expect, test } from 'vitest';
import type { InputOf } from '#shared/contract/api.ts';
import { openTestCore, type TestCore } from '#test/builders/core.ts';

const asOf = '2024-06-30';

const taskOf = async (core: TestCore, id: string, day = asOf) => {
  const found = (await core.ask('tasks.list', { asOf: day })).rows.find((row) => row.id === id);
  if (found === undefined) throw new Error(`no task ${id}`);
  return found;
};

const note = (change: Partial<InputOf<'tasks.saveNote'>> = {}): InputOf<'tasks.saveNote'> => ({
  id: null,
  taskId: 'plan-3-5',
  on: '2024-05-10',
  unit: '区发展改革局',
  text: '新转化 3 项成果',
  report: 'running',
  figures: [{ indicatorId: 'transfers', value: 3 }],
  ...change,
});

test('a task waits, runs with its entries, is overdue after its day, and done; the newest figure counts', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  const list = await core.ask('tasks.list', { asOf });
  expect(list.rows).toHaveLength(31);
  expect(list.counts).toEqual({ waiting: 31, running: 0, overdue: 0, done: 0 });
  expect(list.units[0]).toBe('区经信科技局');
  await core.ask('tasks.plan', {
    taskIds: ['plan-3-5', 'plan-3-4'],
    dueOn: '2024-05-31',
    owner: '王科长',
    remark: null,
  });
  expect((await taskOf(core, 'plan-3-4', '2024-05-31')).state).toBe('waiting');
  expect((await taskOf(core, 'plan-3-4')).state).toBe('overdue');
  await core.ask('tasks.saveNote', note());
  await core.ask(
    'tasks.saveNote',
    note({
      on: '2024-06-20',
      text: '累计 5 项',
      report: 'done',
      figures: [{ indicatorId: 'transfers', value: 5 }],
    }),
  );
  expect(await taskOf(core, 'plan-3-5')).toMatchObject({
    state: 'done',
    owner: '王科长',
    indicators: [{ id: 'transfers', value: 5, reported: true }],
    notes: [{ text: '累计 5 项' }, { text: '新转化 3 项成果', figures: [{ label: '转化成果', value: 3 }] }],
  });
  expect(await taskOf(core, 'plan-3-5', '2024-06-19')).toMatchObject({
    state: 'overdue',
    indicators: [{ value: 3 }],
  });
  core.close();
});

test('entries are corrected and removed with their figures, and taken back', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  await core.ask('tasks.saveNote', note());
  const [saved] = (await taskOf(core, 'plan-3-5')).notes;
  await core.ask('tasks.saveNote', note({ id: saved?.id ?? 0, figures: [] }));
  expect(await taskOf(core, 'plan-3-5')).toMatchObject({ indicators: [{ value: null }] });
  const { changeSetId } = await core.ask('tasks.removeNote', { id: saved?.id ?? 0 });
  expect((await taskOf(core, 'plan-3-5')).notes).toEqual([]);
  await core.ask('changes.undo', { id: changeSetId ?? 0, reason: '' });
  expect((await taskOf(core, 'plan-3-5')).notes).toHaveLength(1);
  core.close();
});

test('what cannot be is refused: a day in the future, a figure of the ledger, an unknown task', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  const problem = async (change: Partial<InputOf<'tasks.saveNote'>>) =>
    core.refused('tasks.saveNote', note(change));
  expect((await problem({ on: '2199-01-01' })).params.problem).toContain('晚于今天');
  const fed = { taskId: 'plan-3-3', figures: [{ indicatorId: 'little-giant', value: 99 }] };
  expect((await problem(fed)).params.problem).toBe('只有由单位填报的指标可以填数');
  expect(await problem({ taskId: 'plan-9-9' })).toMatchObject({ code: 'not-found' });
  core.close();
});

test('figures of the ledger are those of its own pages: titles, money, officers, chains, visits, requests', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  await core.ask('demo.load', {});
  const day = '2026-06-30';
  const { rows } = await core.ask('tasks.list', { asOf: day });
  const figure = (task: string, id: string) =>
    rows.find((row) => row.id === task)?.indicators.find((each) => each.id === id);
  const { measures } = await core.ask('goals.get', { asOf: day });
  for (const id of ['provincial-srdi-or-above', 'hidden-champion', 'little-giant']) {
    const measure = measures.find((each) => each.id === id);
    expect(figure('plan-3-3', id)).toMatchObject({ value: measure?.progress, target: measure?.target });
  }
  const { chains } = await core.ask('chains.list', { asOf: day });
  expect(figure('plan-3-12', 'chain-maps')).toMatchObject({
    value: chains.filter(({ nodes }) => nodes > 0).length,
    target: chains.length,
    unit: '条',
  });
  const requests = await core.ask('requests.list', { asOf: day });
  expect(figure('plan-3-19', 'requests')).toMatchObject({
    value: requests.counts.closed,
    target: requests.total,
  });
  const visits = await core.ask('visits.list', { asOf: day });
  expect(figure('plan-3-19', 'visited')?.value).toBe(visits.firmsThisYear);
  const { contacts } = await core.ask('plans.list', { asOf: day });
  expect(figure('plan-5-3', 'contacts')).toMatchObject({
    value: contacts.holders - contacts.missing.length,
    target: contacts.holders,
  });
  core.close();
});

test('滨江 二15 counts every titled firm with a 服务专员', async () => {
  const core = await openTestCore({ pack: 'binjiang-2023' });
  await core.ask('demo.load', {});
  const day = '2026-03-31';
  const services = await core.ask('services.list', { asOf: day });
  expect(services.covered).toBeGreaterThan(0);
  const [officers] = (await taskOf(core, 'opinions-2-15', day)).indicators;
  expect(officers).toMatchObject({ id: 'officers', value: services.covered, target: services.titled });
  core.close();
});

test('报表之七 counts each task once by its leading unit; 督办单 holds what is late, due soon or silent', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  const plan = (taskId: string, dueOn: string) =>
    core.ask('tasks.plan', { taskIds: [taskId], dueOn, owner: null, remark: null });
  await plan('plan-3-4', '2024-05-31');
  await plan('plan-3-5', '2024-07-20');
  await plan('plan-3-6', '2024-12-31');
  for (const [taskId, on] of [
    ['plan-3-5', '2024-06-20'],
    ['plan-3-6', '2024-02-01'],
    ['plan-3-7', '2024-06-20'],
  ] as const)
    await core.ask('tasks.saveNote', note({ taskId, on, figures: [] }));
  await core.ask('tasks.saveNote', note({ taskId: 'plan-3-8', report: 'done', figures: [] }));
  const tables = async (kind: 'tasks' | 'supervision', unit: string | null) => {
    const { blocks } = await core.ask('reports.get', { kind, asOf, year: 2024, unit });
    return blocks.flatMap((block) => (block.type === 'table' ? [block] : []));
  };
  const [units, progress] = await tables('tasks', null);
  expect(units?.total).toEqual(['合计', 31, 26, 3, 1, 1]);
  expect(progress?.rows).toHaveLength(31);
  const [own] = await tables('tasks', '区商务局');
  expect(own?.rows.map(([, , title]) => title)).toEqual([
    '链长制推行',
    '龙头企业带动',
    '产业链图谱和清单',
    '国内外市场开拓',
    '用地和标准地保障',
  ]);
  const [due] = await tables('supervision', null);
  const reasons = new Map(due?.rows.map((row) => [row[1], row[5]]));
  expect(reasons.get('新产品开发和技术攻关')).toBe('已过时限');
  expect(reasons.get('科技成果转化')).toBe('30 天内到期');
  expect(reasons.get('园区和研发机构等载体建设')).toBe('90 天未报进展');
  expect(reasons.get('科技型企业打基础')).toBe('未报进展');
  expect(reasons.has('产业链上下游共同体')).toBe(false);
  expect(reasons.has('先进制造业集群提升')).toBe(false);
  core.close();
});
