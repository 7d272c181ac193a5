import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { WriteTx } from '#electron/db/open.ts';
import { putFirmYear } from '#electron/db/tables/firm-years.ts';
import { insertFirm } from '#electron/db/tables/firms.ts';
import { insertTitleEvent } from '#electron/db/tables/title-events.ts';
import { claimsOf } from '#test/builders/claims.ts';
import { openTestCore, type TestCore } from '#test/builders/core.ts';
import { openTyped, prepareLedger, type TypedRows } from '#test/builders/drafts.ts';
import { openRoster, readTexts, targetIn } from '#test/builders/exports.ts';
import { inventedCode, newFirm, newTitleEvent } from '#test/builders/firm.ts';
import type { MessyValue } from '#test/builders/rosters/messy-sheet.ts';

let test: TestCore;
beforeEach(async () => {
  test = await openTestCore({ pack: 'qiantang-2024' });
});
afterEach(() => test.close());

/** Writes to the ledger beside the core; the first firms have the ids from 1. */
const prepare = (write: (tx: WriteTx) => void) => prepareLedger(test, write);

function withFirms(count: number): void {
  prepare((tx) => {
    for (let serial = 1; serial <= count; serial += 1) insertFirm(tx, newFirm(serial));
  });
}

const open = (rows: TypedRows, name?: string) => openTyped(test, rows, name);

const names = (serial: number) => `杭州测试${serial}有限公司`;

describe('年度经营数据', () => {
  const wide = (revenue: number): MessyValue[][] => [
    ['企业名称', '统一社会信用代码', '2022年营业收入（万元）', '2023年营业收入（万元）', '2023年从业人员'],
    [names(1), inventedCode(1), 100, revenue, 20],
    [names(2), inventedCode(2), 300, 330, null],
    ['杭州未知企业有限公司', null, 1, 2, 3],
  ];

  it('are compared, written in one change set with their cells, seen as 无变化 again, and undone', async () => {
    withFirms(2);
    const first = await open(wide(120));
    expect(first.table).toMatchObject({ kind: 'years', counts: { rows: 3, created: 2, rejected: 1 } });
    expect(first.rows[0]?.changes).toEqual([
      { field: 'record.revenue', label: '2022年营业收入', before: null, after: '100万元' },
      { field: 'record.revenue', label: '2023年营业收入', before: null, after: '120万元' },
      { field: 'record.employees', label: '2023年从业人员', before: null, after: '20' },
    ]);
    expect(first.rows[2]).toMatchObject({ outcome: 'reject', reason: '企业不在台账' });
    expect(first.rows[2]?.issues.at(-1)?.fix).toContain('企业名册');
    const { changeSetId } = await test.ask('imports.commit', { draftId: first.draftId });
    const { years } = await test.ask('years.list', { firmId: 1 });
    expect(years.map(({ year, figures }) => [year, figures.revenue, figures.employees])).toEqual([
      [2022, 100_000_000, null],
      [2023, 120_000_000, 20],
    ]);
    expect(first.rows[0]?.cells.map(({ label, address }) => `${label} ${address}`)).toContain(
      '2023年营业收入 D2',
    );
    const { rows: sources } = await test.ask('imports.source', { firmId: 1 });
    expect(sources).toMatchObject([{ fileName: '报送.xlsx', row: 2 }]);

    const again = await open(wide(120), '再报.xlsx');
    expect(again.rows.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged', 'reject']);
    const changed = await open(wide(150), '改报.xlsx');
    expect(changed.rows[0]).toMatchObject({
      outcome: 'update',
      changes: [{ label: '2023年营业收入', before: '120万元', after: '150万元' }],
    });
    await test.ask('changes.undo', { id: changeSetId ?? 0, reason: '测试' });
    expect((await test.ask('years.list', { firmId: 1 })).years).toEqual([]);
  });

  it('with a doubtful unit wait for 确认', async () => {
    withFirms(1);
    const { rows, table } = await open([
      ['企业名称', '年度', '营业收入（万元）', '从业人员'],
      [names(1), 2022, 5000, 50],
      [names(1), 2023, 52_000_000, 50],
    ]);
    expect(table?.counts).toMatchObject({ created: 2, toConfirm: 1 });
    expect(rows[1]?.issues.map(({ severity, message }) => `${severity} ${message}`).join('\n')).toContain(
      '单位',
    );
  });

  it('of one firm and year in two rows that differ need a person; a person may say which firm an unknown one is', async () => {
    withFirms(2);
    const { draftId, rows } = await open([
      ['企业名称', '年度', '营业收入（万元）'],
      [names(1), 2023, 100],
      [names(1), 2023, 200],
      [names(2), 2023, 5],
      [names(2), 2023, 5],
      ['杭州改过名的企业有限公司', 2024, 7],
    ]);
    expect(rows.map(({ outcome }) => outcome)).toEqual([
      'conflict',
      'conflict',
      'create',
      'ignore',
      'reject',
    ]);
    await test.ask('imports.decide', { draftId, table: 0, rows: [3], decision: { action: 'use' } });
    await test.ask('imports.decide', {
      draftId,
      table: 0,
      rows: [6],
      decision: { action: 'firm', firmId: 2, identity: 'ledger' },
    });
    const { rows: decided } = await test.ask('imports.rows', { draftId });
    expect(decided.map(({ outcome }) => outcome)).toEqual(['ignore', 'create', 'create', 'ignore', 'create']);
    await test.ask('imports.commit', { draftId });
    const { years } = await test.ask('years.list', { firmId: 2 });
    expect(years.map(({ year, figures }) => [year, figures.revenue])).toEqual([
      [2023, 5_000_000],
      [2024, 7_000_000],
    ]);
  });

  it('that cannot be imported go back with their reason; another kind reads the columns anew and is remembered', async () => {
    withFirms(1);
    const rows: MessyValue[][] = [
      ['企业名称', '统一社会信用代码', '营业收入（万元）', '年度', '法定代表人', '联系人'],
      [names(1), inventedCode(1), 100, 2023, '张三', '李四'],
      ['杭州未知企业有限公司', null, 1, 2023, null, null],
    ];
    const { draftId, table } = await open(rows, '甲.csv');
    expect(table?.kind).toBe('firms');
    const columns = (table?.columns ?? []).map(({ index, field }) => ({ index, field }));
    const remapped = await test.ask('imports.remap', { draftId, table: 0, kind: 'years', columns });
    expect(remapped.tables[0]?.columns.map(({ fieldLabel }) => fieldLabel)).toEqual([
      '企业名称',
      '统一社会信用代码',
      '营业收入',
      '年度',
      null,
      null,
    ]);
    expect(remapped.tables[0]?.counts).toMatchObject({ created: 1, rejected: 1 });
    const { token, path, paths } = targetIn(test, '错误清单.xlsx');
    await test.ask('exports.errors', { target: token, draftId, fileName: null }, paths);
    expect(
      Object.values(await readTexts(path))[0]
        ?.at(-1)
        ?.at(-1),
    ).toContain('企业不在台账');
    await test.ask('imports.commit', { draftId });
    const next = await open(rows, '乙.csv');
    expect(next.table).toMatchObject({ kind: 'years', remembered: true, counts: { unchanged: 1 } });
  });
});

describe('项目与补助申报', () => {
  const projects = (invested: number | null, name = '一号产线'): MessyValue[][] => [
    ['技改项目汇总表'],
    [
      '企业名称',
      '统一社会信用代码',
      '项目名称',
      '竣工日期',
      '项目总投资（万元）',
      '实际完成投资额（万元）',
      '项目所属产业',
    ],
    [names(1), inventedCode(1), name, '2025-05-20', 1000, invested, '其他'],
  ];

  it('are added, seen again as 无变化, changed field by field, computed by their clause, undone', async () => {
    withFirms(1);
    const first = await open(projects(800));
    expect(first.table).toMatchObject({ kind: 'projects', counts: { created: 1 } });
    expect(first.rows[0]?.changes.map(({ label, after }) => `${label} ${after}`)).toEqual([
      '“一号产线”项目类别 制造业技改项目',
      '“一号产线”项目名称 一号产线',
      '“一号产线”项目日期 2025-05-20',
      '“一号产线”项目总投资 1,000万元',
      '“一号产线”实际完成投资额 800万元',
      '“一号产线”项目所属产业 其他',
    ]);
    await test.ask('imports.commit', { draftId: first.draftId });
    expect((await open(projects(800, '一 号产线'), '再报.xlsx')).rows[0]?.outcome).toBe('unchanged');
    const changed = await open(projects(900), '改报.xlsx');
    expect(changed.rows[0]).toMatchObject({
      outcome: 'update',
      changes: [{ label: '“一号产线”实际完成投资额', before: '800万元', after: '900万元' }],
    });
    const { changeSetId } = await test.ask('imports.commit', { draftId: changed.draftId });
    const listed = async () => (await test.ask('projects.list', {})).rows[0]?.facts.completedInvestment;
    expect(await listed()).toBe(900_000_000);
    await test.ask('changes.undo', { id: changeSetId ?? 0, reason: '测试' });
    expect(await listed()).toBe(800_000_000);
  });

  it('need the day that chooses the clause, and stay as they were decided on', async () => {
    withFirms(1);
    prepare((tx) => insertTitleEvent(tx, newTitleEvent(1, { titleId: 'provincial-srdi', on: '2024-05-18' })));
    const undated = await open([
      ['企业名称', '项目类别', '项目名称', '总投资（万元）'],
      [names(1), '制造业技改项目', '二号产线', 5],
    ]);
    expect(undated.rows[0]).toMatchObject({ outcome: 'reject', reason: '没有写明竣工日期' });
    const first = await open(projects(800), '技改.xlsx');
    await test.ask('imports.commit', { draftId: first.draftId });
    const claims = claimsOf(() => test);
    const ids = await claims.open(1, 2025, '2025-06-01');
    for (const id of ids) {
      await claims.step(id, 'file', '2025-06-02');
      await claims.step(id, 'check', '2025-06-03');
      await claims.step(id, 'decide', '2025-06-04', { note: '会议审定' });
    }
    expect(ids.length).toBe(1);
    expect((await open(projects(800), '同.xlsx')).rows[0]?.outcome).toBe('unchanged');
    const late = await open(projects(900), '改.xlsx');
    expect(late.rows[0]).toMatchObject({ outcome: 'reject' });
    expect(late.rows[0]?.reason).toContain(`第${ids[0]}号兑现事项已核定`);
  });

  it('leave as a list that comes back unchanged, and say so when a csv would lose some', async () => {
    withFirms(1);
    const both = await open([
      ['企业名称', '项目类别', '项目名称', '项目日期', '总投资（万元）', '品牌名称'],
      [names(1), '制造业技改项目', '甲', '2025-05-20', 5, null],
      [names(1), '品牌榜单入选', '品牌强国', '2025-05-20', null, '某牌'],
    ]);
    await test.ask('imports.commit', { draftId: both.draftId });
    const { token, path, paths } = targetIn(test, '项目.xlsx');
    const done = await test.ask('exports.records', { target: token, kind: 'projects' }, paths);
    expect(done.rows).toBe(2);
    const draft = await openRoster(test, path);
    expect(draft.tables.map(({ kind, counts }) => [kind, counts.unchanged])).toEqual([
      ['projects', 1],
      ['projects', 1],
    ]);
    const csv = targetIn(test, '项目.csv');
    const refused = await test.core.call(
      'exports.records',
      { target: csv.token, kind: 'projects' },
      { paths: csv.paths },
    );
    expect(refused.ok ? null : refused.error.params.problem).toContain('xlsx');
  });
});

describe('年度自评表', () => {
  const list = (...rows: MessyValue[][]): MessyValue[][] => [
    ['企业名称', '年度', '填报日期', '主营业务收入（万元）', '研发费用（万元）', '自评等次', '主要成效'],
    ...rows,
  ];

  it('fill what the ledger lacks; what it has otherwise waits for a person; words and figures are undone together', async () => {
    withFirms(2);
    prepare((tx) =>
      putFirmYear(tx, 1, 2023, { figures: { mainRevenue: 5_000_000_000 }, source: '审计报告' }),
    );
    const draft = await open(
      list(
        [names(1), 2023, '2024-03-15', 5200, 410, '良好', '研发投入增长'],
        [names(2), 2023, '2024-03-16', 800, 60, '合格', ''],
      ),
    );
    expect(draft.table).toMatchObject({ kind: 'assessments', counts: { toConfirm: 1 } });
    expect(draft.rows[0]?.issues.map(({ message }) => message)).toEqual([
      '2023年主营业务收入（万元）自评为 5,200.00，台账为 5,000.00',
    ]);
    const first = await test.ask('imports.commit', { draftId: draft.draftId });
    const years = async (firmId: number) =>
      (await test.ask('years.list', { firmId })).years.map(({ figures, source }) => [
        figures.mainRevenue,
        figures.rdSpend,
        source,
      ]);
    expect(await years(1)).toEqual([[5_000_000_000, null, '审计报告']]);
    expect(await years(2)).toEqual([[800_000_000, 60_000_000, '企业自评']]);
    const again = await open(
      list([names(1), 2023, '2024-03-15', 5200, 410, '良好', '研发投入增长']),
      '再.xlsx',
    );
    await test.ask('imports.confirm', { draftId: again.draftId, table: 0, rows: null, confirmed: true });
    await test.ask('imports.commit', { draftId: again.draftId });
    expect(await years(1)).toEqual([[5_200_000_000, 410_000_000, '审计报告']]);
    const same = await open(list([names(2), 2023, '2024-03-16', 800, 60, '合格', '']), '同.xlsx');
    expect(same.rows[0]?.outcome).toBe('unchanged');
    await test.ask('changes.undo', { id: first.changeSetId ?? 0, reason: '' });
    expect(await years(2)).toEqual([]);
    const late = await open(list([names(2), 2090, null, 800, 60, '合格', '']), '早.xlsx');
    expect(late.rows[0]).toMatchObject({ outcome: 'reject', reason: '2090 年还没有到' });
  });
});

describe('走访与诉求', () => {
  const list = (...rows: MessyValue[][]): MessyValue[][] => [
    [
      '企业名称',
      '计划走访日期',
      '走访日期',
      '走访人员',
      '企业诉求',
      '诉求类别',
      '责任单位',
      '办理情况',
      '办结日期',
    ],
    ...rows,
  ];
  const asOf = '2024-06-30';

  it('become a visit with what was heard on it, fill in what was planned, close what is open, and are undone', async () => {
    withFirms(2);
    const planned = await open(list([names(1), '2024-05-20'], [names(2), '2024-06-20']));
    expect(planned.table).toMatchObject({ kind: 'visits', counts: { created: 2 } });
    await test.ask('imports.commit', { draftId: planned.draftId });
    const made = await open(
      list(
        [names(1), '2024-05-20', '2024-05-21', '王科长', '缺流动资金', '融资', '区金融办'],
        [names(1), null, '2024-05-21', '王科长', '缺模具工程师', '人才', '区人社局'],
      ),
      '走访.xlsx',
    );
    expect(made.rows.map(({ outcome }) => outcome)).toEqual(['update', 'create']);
    await test.ask('imports.commit', { draftId: made.draftId });
    const visits = await test.ask('visits.list', { asOf });
    expect(
      visits.rows.map((row) => [row.firm, row.state, row.plannedOn, row.visitedOn, row.requests]),
    ).toEqual([
      [names(2), 'overdue', '2024-06-20', null, 0],
      [names(1), 'made', '2024-05-20', '2024-05-21', 2],
    ]);
    const closing = await open(
      list([names(1), null, '2024-05-21', null, '缺流动资金', null, null, '已对接专精特新贷', '2024-06-03']),
      '办结.xlsx',
    );
    expect(closing.rows[0]).toMatchObject({ outcome: 'update' });
    expect(closing.rows[0]?.changes.map(({ label, after }) => [label, after])).toEqual([
      ['2024-05-21 诉求办理情况', '已对接专精特新贷'],
      ['2024-05-21 诉求办结日期', '2024-06-03'],
    ]);
    const { changeSetId } = await test.ask('imports.commit', { draftId: closing.draftId });
    expect((await test.ask('requests.list', { asOf })).counts).toMatchObject({ closed: 1, open: 1 });
    await test.ask('changes.undo', { id: changeSetId ?? 0, reason: '' });
    expect((await test.ask('requests.list', { asOf })).counts).toMatchObject({ closed: 0, open: 2 });
  });

  it('that cannot be are refused with what to do', async () => {
    withFirms(1);
    const draft = await open(
      list(
        [names(1), null, '2024-05-21', '王科长', '缺流动资金', '融资', null, null, '2024-06-03'],
        [names(1), null, '2090-05-21', '王科长'],
        [names(1), null, null, '王科长'],
      ),
    );
    expect(draft.rows.map(({ outcome, reason }) => [outcome, reason])).toEqual([
      ['reject', '办结的诉求须写明办理情况'],
      ['reject', '走访日期 2090-05-21 晚于今天，请填在计划日期'],
      ['reject', '没有写明走访日期'],
    ]);
  });
});

describe('培育库名单', () => {
  const list = (...rows: MessyValue[][]): MessyValue[][] => [
    ['企业名称', '培育库', '阶段', '入库日期', '阶段起始日期', '出库日期', '出库原因', '办理说明'],
    ...rows,
  ];
  const pool = '小巨人种子库';

  it('let firms enter, move to another stage and leave, each once, and are undone', async () => {
    withFirms(2);
    const entered = await open(
      list([names(1), pool, '储备', '2025-01-10'], [names(2), pool, null, '2025-01-11']),
    );
    expect(entered.table).toMatchObject({ kind: 'pools', counts: { created: 2, toConfirm: 0 } });
    expect(entered.rows[1]?.issues.map(({ message }) => message)).toEqual(['没有写阶段，按“储备”入库']);
    await test.ask('imports.commit', { draftId: entered.draftId });
    const same = await open(
      list([names(1), pool, '储备', '2025-01-12'], [names(2), pool, '储备', null]),
      '同.xlsx',
    );
    expect(same.rows.map(({ outcome }) => outcome)).toEqual(['unchanged', 'unchanged']);
    expect(same.rows[0]?.issues[0]?.message).toContain('以台账为准');
    const undated = await open(list([names(1), pool, '培育', '2025-01-10']), '改.xlsx');
    expect(undated.rows[0]).toMatchObject({ outcome: 'reject' });
    expect(undated.rows[0]?.reason).toContain('没有写明阶段起始日期');
    const moved = await open(
      list(
        [names(1), pool, '培育', '2025-01-10', '2025-05-01'],
        [names(2), pool, null, '2025-01-11', null, '2025-06-01', '评价不合格', '营收连续下降'],
      ),
      '调.xlsx',
    );
    expect(moved.rows.map(({ outcome }) => outcome)).toEqual(['update', 'update']);
    const { changeSetId } = await test.ask('imports.commit', { draftId: moved.draftId });
    const members = async () => {
      const { rows, exits } = await test.ask('pools.members', {
        poolId: 'little-giant-seeds',
        asOf: '2025-07-01',
      });
      return [
        rows.map(({ firmId, stage, since, stageSince }) => [firmId, stage, since, stageSince]),
        exits.map(({ firmId, exit, reason, leftOn }) => [firmId, exit, reason, leftOn]),
      ];
    };
    expect(await members()).toEqual([
      [[1, '培育', '2025-01-10', '2025-05-01']],
      [[2, 'failed', '营收连续下降', '2025-06-01']],
    ]);
    await test.ask('changes.undo', { id: changeSetId ?? 0, reason: '测试' });
    expect((await members())[0]?.length).toBe(2);
  });

  it('are refused where the register would not take them', async () => {
    withFirms(1);
    prepare((tx) => insertTitleEvent(tx, newTitleEvent(1, { titleId: 'little-giant', on: '2024-05-18' })));
    const { rows } = await open(
      list(
        [names(1), pool, '储备', '2025-01-10'],
        [names(1), '专精特新种苗库', '储备', '2099-01-10'],
        [names(1), '专精特新种苗库', '储备', null],
        [names(1), '专精特新种苗库', '储备', '2023-01-10', null, '2023-05-01', null],
      ),
    );
    expect(rows.map(({ outcome, reason }) => `${outcome} ${reason}`)).toEqual([
      expect.stringMatching(/^reject 2025-01-10 已持有有效的.*称号/),
      expect.stringContaining('晚于今天'),
      'reject 没有写明入库日期',
      'reject 没有写明出库原因',
    ]);
  });

  it('that put a firm into one pool twice at the same time are told apart by a person', async () => {
    withFirms(1);
    const { rows } = await open(
      list([names(1), pool, '储备', '2025-01-10'], [names(1), pool, '培育', '2025-03-10']),
    );
    expect(rows.map(({ outcome }) => outcome)).toEqual(['create', 'reject']);
    expect(rows[1]?.reason).toContain('重叠');
  });
});
