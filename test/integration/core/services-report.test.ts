import { expect, test } from 'vitest';
import type { InputOf } from '#shared/contract/api.ts';
import type { Report, ReportTable } from '#shared/report/report.ts';
import { openTestCore, type TestCore } from '#test/builders/core.ts';

const asOf = '2024-08-31';

const save = async (core: TestCore, name: string, streetId: string) =>
  (await core.ask('firms.save', { id: null, patch: { name, scale: 'small', streetId }, reason: '' })).id;

const request = (firmId: number, change: Partial<InputOf<'requests.save'>>): InputOf<'requests.save'> => ({
  id: null,
  firmId,
  visitId: null,
  receivedOn: '2024-03-01',
  kind: 'finance',
  text: '缺流动资金',
  unit: '区金融办',
  dueOn: '2024-04-01',
  answer: null,
  closedOn: null,
  satisfaction: null,
  ...change,
});

const tablesOf = ({ blocks }: Report): readonly ReportTable[] =>
  blocks.filter((block) => block.type === 'table');

test('报表之八 counts officers on the day, visits and requests of the year, each once, with shares of the sums', async () => {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  const [one, two] = [
    await save(core, '杭州甲有限公司', 'baiyang'),
    await save(core, '杭州乙有限公司', 'xiasha'),
  ];
  await core.ask('titles.record', {
    firmId: one,
    titleId: 'provincial-srdi',
    kind: 'recognised',
    on: '2023-12-01',
    validUntil: null,
    batch: null,
    document: null,
    reason: '',
  });
  await core.ask('services.assign', { firmIds: [one], officer: '张三', unit: null, from: '2024-01-01' });
  const visit = { id: null, plannedOn: null, visitors: null, record: null };
  await core.ask('visits.save', { ...visit, firmId: one, visitedOn: '2024-03-01' });
  await core.ask('visits.save', { ...visit, firmId: one, visitedOn: '2024-05-01' });
  await core.ask('visits.save', { ...visit, firmId: two, visitedOn: '2023-12-31' });
  await core.ask('visits.save', { ...visit, firmId: two, visitedOn: '2024-09-01' });
  const answer = '已对接';
  await core.ask(
    'requests.save',
    request(one, { text: '一', answer, closedOn: '2024-04-01', satisfaction: 'content' }),
  );
  await core.ask(
    'requests.save',
    request(one, { text: '二', answer, closedOn: '2024-04-02', satisfaction: 'discontent' }),
  );
  await core.ask('requests.save', request(two, { text: '三', unit: null, kind: 'talent' }));
  await core.ask('requests.save', request(two, { text: '四', dueOn: null, unit: '区人社局' }));
  await core.ask('requests.save', request(two, { text: '去年', receivedOn: '2023-11-01', dueOn: null }));

  const report = await core.ask('reports.get', { kind: 'services', asOf, year: 2024 });
  const [streets, units, overdue] = tablesOf(report);
  const line = (label: string) => streets?.rows.find(([name]) => name === label);
  //                                   称号 专员 覆盖率      走访 企业 收到 办结 办结率   按期 逾期 按期率   满意率
  expect(line('白杨街道')?.slice(1)).toEqual([
    1, 1, 1_000_000, 2, 1, 2, 2, 1_000_000, 1, 0, 500_000, 500_000,
  ]);
  expect(line('下沙街道')?.slice(1)).toEqual([0, 0, null, 0, 0, 2, 0, 0, 0, 1, null, null]);
  expect(streets?.total?.slice(1)).toEqual([1, 1, 1_000_000, 2, 1, 4, 2, 500_000, 1, 1, 500_000, 500_000]);
  expect(units?.rows.map(([label, received, closed]) => [label, received, closed])).toEqual([
    ['区金融办', 2, 2],
    ['区人社局', 1, 0],
    ['未明确', 1, 0],
  ]);
  expect(overdue?.rows).toEqual([
    [1, '杭州乙有限公司', '下沙街道', '人才', '三', '未明确', '2024-03-01', '2024-04-01'],
  ]);
  expect(report.blocks[0]).toEqual({
    type: 'paragraph',
    text: '截至2024年8月31日，有效称号企业1家，明确服务专员1家，覆盖率100%；2024年走访2次，涉及企业1家，收到诉求4件（融资3件、人才1件），已办结2件，办结率50.0%，其中按期办结1件，逾期未办结1件。',
  });
  core.close();
});

test('a ledger without visits and requests says so', async () => {
  const core = await openTestCore({ pack: 'binjiang-2023' });
  const report = await core.ask('reports.get', { kind: 'services', asOf, year: 2024 });
  expect(JSON.stringify(report.blocks)).toContain('没有收到诉求');
  expect(JSON.stringify(report.blocks)).toContain('没有逾期未办结的诉求');
  core.close();
});
