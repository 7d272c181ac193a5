import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openTestCore, type TestCore } from '#test/builders/core.ts';
import { readWithExceljs } from '#test/builders/workbooks/exceljs-reader.ts';

const asOf = '2026-06-30';
const wan = 1_000_000;

async function firmOf(core: TestCore, name: string, rdSpend: number): Promise<number> {
  const { id } = await core.ask('firms.save', { id: null, patch: { name, scale: 'small' }, reason: '' });
  for (const year of [2024, 2025]) {
    await core.ask('years.save', {
      firmId: id,
      year,
      figures: { revenue: 10_000 * wan, rdSpend: rdSpend * wan },
      source: null,
      remark: null,
      reason: '',
    });
  }
  return id;
}

const openPlan = (core: TestCore, firmId: number, contact: string | null = null) =>
  core.ask('plans.open', {
    firmId,
    titleId: 'little-giant',
    application: 'new',
    openedOn: asOf,
    contact,
    contactUnit: null,
    note: null,
  });

const measure = (core: TestCore, firmId: number, owner: string, dueOn: string) =>
  core.ask('improvements.save', {
    id: null,
    firmId,
    titleId: 'little-giant',
    weakPoint: '研发投入',
    action: '建研发辅助账',
    owner,
    dueOn,
    state: 'planned',
    progress: null,
  });

test('a file keeps the weak points and figures of its day; a new diagnosis takes those of the new day', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  const firmId = await firmOf(core, '杭州一策有限公司', 500);
  const empty = await core.ask('plans.get', { firmId, asOf });
  expect(empty.plans).toEqual([]);
  expect(empty.suggested).toEqual({ titleId: 'innovative-sme', application: 'new' });
  const { id } = await openPlan(core, firmId, '李四');
  const rd = async () => {
    const { plans } = await core.ask('plans.get', { firmId, asOf });
    return plans[0]?.snapshot.items.find((item) => item.id === 'rd');
  };
  expect(await rd()).toMatchObject({ outcome: 'unmet', gap: '近两年研发费用合计差 200万元' });
  const { plans } = await core.ask('plans.get', { firmId, asOf });
  const figure = plans[0]?.snapshot.figures.find(({ label }) => label === '研发费用（万元）');
  expect([plans[0]?.snapshot.years, figure?.values]).toEqual([
    [2023, 2024, 2025, 2026],
    [null, '500.00', '500.00', null],
  ]);

  await core.ask('years.save', {
    firmId,
    year: 2025,
    figures: { rdSpend: 900 * wan },
    source: null,
    remark: null,
    reason: '',
  });
  expect((await rd())?.outcome).toBe('unmet');
  const { changeSetId } = await core.ask('plans.diagnose', { id, asOf });
  expect((await rd())?.outcome).toBe('met');
  await core.ask('changes.undo', { id: changeSetId ?? 0, reason: '' });
  expect((await rd())?.outcome).toBe('unmet');
  core.close();
});

test('one file runs at a time; a closed one cannot be changed until the close is undone', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  const firmId = await firmOf(core, '杭州结案有限公司', 500);
  const { id } = await openPlan(core, firmId);
  const twice = await core.refused('plans.open', {
    firmId,
    titleId: 'provincial-srdi',
    application: 'new',
    openedOn: asOf,
    contact: null,
    contactUnit: null,
    note: null,
  });
  expect(twice.code).toBe('plan-refused');
  expect((await core.refused('plans.close', { id, on: '2026-06-29', result: '早' })).code).toBe(
    'plan-refused',
  );
  expect((await core.refused('plans.close', { id, on: asOf, result: '  ' })).code).toBe('bad-request');
  const closed = await core.ask('plans.close', { id, on: asOf, result: '已认定' });
  const edit = { id, contact: '李四', contactUnit: null, note: null };
  expect((await core.refused('plans.edit', edit)).code).toBe('plan-refused');
  expect((await core.refused('plans.diagnose', { id, asOf })).code).toBe('plan-refused');
  await core.ask('changes.undo', { id: closed.changeSetId ?? 0, reason: '' });
  await core.ask('plans.edit', edit);
  const again = await core.ask('plans.get', { firmId, asOf });
  expect(again.plans).toMatchObject([{ id, contact: '李四', closedOn: null }]);
  core.close();
});

test('the list: late measures, filters by owner, street, text; progress notes add up', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  const late = await firmOf(core, '杭州逾期有限公司', 500);
  const fine = await firmOf(core, '杭州按期有限公司', 500);
  await core.ask('firms.save', { id: fine, patch: { streetId: 'baiyang' }, reason: '' });
  await openPlan(core, late, '李四');
  await openPlan(core, fine);
  await measure(core, late, '王五', '2026-06-29');
  await measure(core, fine, '赵六', '2026-06-30');
  const list = async (filter: object) => {
    const found = await core.ask('plans.list', { asOf, ...filter });
    return found.rows.map(({ firm, overdue, measures, nextDue }) => [firm, overdue, measures, nextDue]);
  };
  const lateRow = ['杭州逾期有限公司', 1, 1, '2026-06-29'];
  const fineRow = ['杭州按期有限公司', 0, 1, '2026-06-30'];
  expect(await list({})).toEqual([lateRow, fineRow]);
  expect(await list({ overdue: true })).toEqual([lateRow]);
  expect(await list({ owner: '赵六' })).toEqual([fineRow]);
  expect(await list({ owner: '李四' })).toEqual([lateRow]);
  expect(await list({ streetId: 'baiyang' })).toEqual([fineRow]);
  expect(await list({ text: '按期' })).toEqual([fineRow]);
  expect(await list({ state: 'closed' })).toEqual([]);
  const { owners, overdueMeasures } = await core.ask('plans.list', { asOf });
  expect([[...owners].sort(), overdueMeasures]).toEqual([['李四', '王五', '赵六'].sort(), 1]);

  const [item] = (await core.ask('improvements.list', { firmId: late, asOf })).items;
  const note = { id: item?.id ?? 0, person: '王五' };
  await core.ask('improvements.note', { ...note, on: '2026-06-10', content: '已走访', state: 'running' });
  await core.ask('improvements.note', { ...note, on: '2026-06-20', content: '账已建\n待审', state: 'done' });
  const [after] = (await core.ask('improvements.list', { firmId: late, asOf })).items;
  expect(after).toMatchObject({
    state: 'done',
    overdue: false,
    progress: '2026-06-10 王五：已走访\n2026-06-20 王五：账已建 待审',
  });
  core.close();
});

test('every 小巨人 needs a named person; a running file with a contact gives it one', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  const firmId = await firmOf(core, '杭州巨人有限公司', 500);
  const contacts = async () => (await core.ask('plans.list', { asOf })).contacts;
  expect(await contacts()).toMatchObject({ holders: 0, missing: [] });
  await core.ask('titles.record', {
    firmId,
    titleId: 'little-giant',
    kind: 'recognised',
    on: '2024-09-01',
    validUntil: null,
    batch: null,
    document: null,
    reason: '',
  });
  expect(await contacts()).toMatchObject({ holders: 1, missing: [{ firmId }] });
  expect((await core.ask('plans.get', { firmId, asOf })).contactTitle).not.toBeNull();
  const { id } = await openPlan(core, firmId);
  expect((await contacts()).missing).toHaveLength(1);
  await core.ask('plans.edit', { id, contact: '李四', contactUnit: '经信科', note: null });
  expect((await contacts()).missing).toEqual([]);
  core.close();
});

test('一企一策档案: each firm from a new page, the same tables on one sheet with the firm in front', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  const firmIds = [await firmOf(core, '杭州甲档有限公司', 500), await firmOf(core, '杭州乙档有限公司', 700)];
  const spec = { kind: 'plan' as const, asOf, year: 2026 };
  expect((await core.refused('reports.get', { ...spec, firmIds })).code).toBe('report-empty');
  for (const firmId of firmIds) await openPlan(core, firmId, '李四');
  await measure(core, firmIds[1] ?? 0, '王五', '2026-06-29');
  const report = await core.ask('reports.get', { ...spec, firmIds });
  expect(report.blocks.map((block) => block.type)).toEqual([
    ...['heading', 'paragraph', 'paragraph', 'table', 'table', 'table', 'pageBreak'],
    ...['heading', 'paragraph', 'paragraph', 'table', 'table', 'table'],
  ]);
  const measures = report.blocks.filter((block) => block.type === 'table' && block.title === '培育措施');
  expect(measures).toMatchObject([
    { rows: [] },
    { rows: [[1, '研发投入', '建研发辅助账', '王五', '2026-06-29', '拟办（逾期）', null]] },
  ]);
  const path = `${core.folder}/档案.xlsx`;
  const written = await core.core.call('@excel', {
    spec: { ...spec, batchId: null, whatIf: null, unit: null, firmIds },
    path,
  });
  expect(written.ok).toBe(true);
  const sheets = await readWithExceljs(readFileSync(path));
  expect(sheets.map(({ name }) => name)).toEqual(['短板诊断', '培育措施', '主要数据']);
  core.close();
});
