import { describe, expect, it } from 'vitest';
import { parseMoney } from '#shared/roster/values/money.ts';
import { readName } from '#shared/roster/values/name.ts';
import { inventedCode } from '#test/builders/firm.ts';
import { checkedRows, checkTable, tablesOf } from './read-sheet.ts';

const firm = (serial: number) => `杭州公示${serial}号有限公司`;

describe('lists as ministries and provinces print them', () => {
  it('a place alone in the column of names heads the firms below it', () => {
    const rows = checkedRows([
      ['关于公布2023年度第一批创新型中小企业名单的通知'],
      ['企业名称'],
      ['钱塘区'],
      [firm(1)],
      ['杭州市滨江区：'],
      [firm(2)],
    ]);
    expect(rows.map((row) => row.fields.name)).toEqual([firm(1), firm(2)]);
  });

  it('a national list that names only its batch asks whether it is the year of that batch', () => {
    const rows = checkedRows([
      ['第六批专精特新“小巨人”企业名单'],
      ['序号', '地区', '企业名称'],
      [1, '浙江', firm(1)],
      [2, '北京', firm(2)],
    ]);
    expect(rows.map((row) => [row.title?.on, row.title?.batch])).toEqual([
      ['2024-01-01', '第六批'],
      ['2024-01-01', '第六批'],
    ]);
    expect(rows.map((row) => [row.fields.province, row.fields.city])).toEqual([
      ['浙江', undefined],
      [undefined, '北京'],
    ]);
    for (const row of rows)
      expect(row.issues).toContainEqual(
        expect.objectContaining({ code: 'year-from-heading', severity: 'warning' }),
      );
  });

  it('a batch of any other title has no year of its own', () => {
    const [row] = checkedRows([['第六批省级专精特新中小企业名单'], ['序号', '企业名称'], [1, firm(1)]]);
    expect(row?.title).toBeNull();
    expect(row?.issues).toContainEqual(expect.objectContaining({ code: 'year-missing' }));
  });

  it('a result that is no passing never counts as one', () => {
    const rows = checkedRows([
      ['2024年度浙江省专精特新中小企业复核结果'],
      ['序号', '企业名称', '复核结果'],
      [1, firm(1), '通过'],
      [2, firm(2), '不通过'],
      [3, firm(3), '未参加复核'],
      [4, firm(4), '暂缓'],
      [5, firm(5), '优秀'],
    ]);
    expect(rows.slice(0, 2).map((row) => row.title?.kind)).toEqual(['reviewPassed', 'reviewFailed']);
    const said = rows.map((row) => row.issues.find(({ code }) => code === 'event-ambiguous')?.severity);
    expect(said).toEqual([undefined, undefined, 'error', 'error', 'warning']);
  });

  it('a header of three levels keeps the years of its figures', () => {
    const [table] = tablesOf(
      [
        ['序号', '企业名称', '经营情况', null, null, null],
        [null, null, '2023年', null, '2024年', null],
        [null, null, '营业收入', '研发费用', '营业收入', '研发费用'],
        [1, firm(1), 3200, 180, 4100, 220],
      ],
      [
        { top: 1, left: 1, bottom: 3, right: 1 },
        { top: 1, left: 2, bottom: 3, right: 2 },
        { top: 1, left: 3, bottom: 1, right: 6 },
        { top: 2, left: 3, bottom: 2, right: 4 },
        { top: 2, left: 5, bottom: 2, right: 6 },
      ],
    );
    expect(table?.kind).toBe('years');
    expect(table?.columns.map(({ field }) => field).slice(2)).toEqual([
      'record.revenue@2023',
      'record.rdSpend@2023',
      'record.revenue@2024',
      'record.rdSpend@2024',
    ]);
  });

  it('a figure without a year means the one year that the other headers name', () => {
    const [row] = checkedRows([
      ['企业名称', '2024年营业收入（万元）', '研发费用（万元）', '从业人员'],
      [firm(1), 3200, 180, 56],
    ]);
    expect(row?.records).toMatchObject([
      { key: '2024', values: { revenue: 3_200_000_000, rdSpend: 180_000_000, employees: 56 } },
    ]);
    expect(row?.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  });

  it('a damaged code beside figures keeps the codes that it may have been', () => {
    const [row] = checkedRows([
      ['企业名称', '统一社会信用代码', '2024年营业收入（万元）', '2024年研发费用（万元）'],
      [firm(1), '914403001922038000', 3200, 180],
    ]);
    expect(row?.codeCandidates).toHaveLength(3);
  });

  it('names, codes and streets under joined words of two levels are found', () => {
    const [row] = checkedRows(
      [
        ['企业基本信息', null, null, '联系信息', null],
        ['单位详细名称', '信用代码', '所在镇街', '姓名', '手机'],
        [firm(1), inventedCode(1), '白杨街道', '张三', '13800001234'],
      ],
      [
        { top: 1, left: 1, bottom: 1, right: 3 },
        { top: 1, left: 4, bottom: 1, right: 5 },
      ],
    );
    expect(row?.fields).toMatchObject({
      name: firm(1),
      code: inventedCode(1),
      streetId: 'baiyang',
      contactName: '张三',
      contactPhone: '13800001234',
    });
  });
});

describe('lists as streets and bureaus keep them', () => {
  it('a header is known by 企业名称 whatever stands beside it; a form about one firm is no header', () => {
    const [table] = tablesOf([
      [
        '走访日期',
        '走访人',
        '企业名称',
        '接待人',
        '经营情况',
        '申报意愿',
        '问题诉求',
        '办理单位',
        '办理结果',
      ],
      ['2025.3.10', '张三', firm(1), '王总', '良好', '有', '用工难', '人社局', '已对接'],
    ]);
    expect(table?.rows.map(({ number }) => number)).toEqual([2]);
    const form = [
      ['企业名称', firm(1), '统一社会信用代码', inventedCode(1)],
      ['注册地址', '白杨街道1号', '联系人', '张三'],
    ];
    expect(tablesOf(form)).toEqual([]);
  });

  it('two columns of names are told apart: at the time of the list, and now', () => {
    const [row] = checkedRows([
      ['序号', '企业名称（认定时）', '企业名称（现）'],
      [1, firm(1), firm(2)],
    ]);
    expect([row?.fields.name, row?.formerName]).toEqual([firm(2), firm(1)]);
  });

  it('a street named above its own table, or as the title of its group, is the street of its firms', () => {
    const tables = tablesOf([
      ['街道：', '白杨街道'],
      ['企业名称', '联系人'],
      ['杭州列名仪表厂', '张三'],
      ['街道：', '下沙街道'],
      ['企业名称', '联系人'],
      [firm(2), '李四'],
    ]);
    expect(
      tables.map((table) => checkTable(table).map((row) => [row.fields.name, row.senderStreet])),
    ).toEqual([[['杭州列名仪表厂', 'baiyang']], [[firm(2), 'xiasha']]]);
    const groups = checkedRows([
      ['企业名称', '联系人'],
      ['一、白杨街道（1家）'],
      [firm(1), '张三'],
      ['二、下沙街道（1家）'],
      [firm(2), '李四'],
    ]);
    expect(groups.map((row) => row.senderStreet)).toEqual(['baiyang', 'xiasha']);
  });

  it('rules named in a preface do not make candidates of a list', () => {
    const [table] = tablesOf([
      ['根据《优质中小企业梯度培育管理暂行办法》，拟认定下列企业为2025年第一批创新型中小企业，现予公示。'],
      ['序号', '企业名称'],
      [1, firm(1)],
    ]);
    expect(table?.kind).toBe('publicity');
  });

  it('a blank in a column of years or batches is not filled where the groups are not plain', () => {
    const rows = checkedRows([
      ['企业名称', '获评称号', '获评年度', '批次'],
      [firm(1), '专精特新“小巨人”企业', 2021, '第三批'],
      [firm(2), '省级专精特新中小企业', 2022, '第一批'],
      [firm(3), '省隐形冠军', null, null],
      [firm(4), '创新型中小企业', 2023, null],
    ]);
    expect(rows.map((row) => row.title?.batch)).toEqual(['第三批', '第一批', undefined, null]);
    expect(rows[2]?.issues).toContainEqual(expect.objectContaining({ code: 'year-missing' }));
  });
});

describe('former names as lists add them', () => {
  const name = '杭州望潮仪表有限公司';
  const former = '杭州老潮仪表有限公司';

  it.each([
    `${name}（由${former}更名）`,
    `${name}（由${former}变更而来）`,
    `${name}（变更前名称：${former}）`,
    `${name}（更名前企业名称：${former}）`,
    `${name}（认定时名称：${former}）`,
    `${name} 原名${former}`,
    `${name}，曾用名：${former}`,
    `${name}\n（原：${former}）`,
    `${name}（曾用名：${former}、杭州更老仪表厂）`,
    `${former}（现变更为：${name}）`,
    `${former}（2023年5月更名为${name}）`,
  ])('%j', (written) => {
    expect(readName(written)).toEqual({ name, formerName: former });
  });

  it.each([
    `${name}（有限合伙）`,
    `杭州原生物医药有限公司`,
    `${name}（由国资控股）`,
    '杭州曾用名文化有限公司',
  ])('%s has none', (written) => {
    expect(readName(written)).toEqual({ name: written, formerName: null });
  });
});

describe('registered capital as registers export it', () => {
  it.each([
    ['1000万(元)', 1_000_000_000],
    ['1000万元(人民币)', 1_000_000_000],
    ['1000.000000万人民币', 1_000_000_000],
    ['1000万人民币元', 1_000_000_000],
    ['（人民币）', null],
    ['3百万元', 300_000_000],
    ['50万美元', null],
    ['50万(美元)', null],
  ])('%s', (text, fen) => {
    expect(parseMoney({ column: 1, kind: 'text', text, number: null }, null).value).toBe(fen);
  });
});

describe('lists without a header', () => {
  it('are read by their content: names, codes and streets; the rest waits for a person', () => {
    const [table] = tablesOf([
      ['2024年度认定浙江省专精特新中小企业名单'],
      [1, firm(1), inventedCode(1), '白杨街道', '张三'],
      [2, firm(2), inventedCode(2), '下沙街道', '李四'],
      [3, '杭州列名仪表厂', null, '下沙街道', null],
      [4, firm(4), inventedCode(4), '下沙街道', '王五'],
      [5, firm(5), inventedCode(5), '下沙街道', '赵六'],
      ['合计', 5],
    ]);
    if (table === undefined) throw new Error('no table');
    expect(table).toMatchObject({ headerRow: 0, kind: 'titles' });
    expect(table.kindReason).toContain('没有表头');
    expect(table.columns.map(({ field }) => field)).toEqual([null, 'name', 'code', 'streetId', null]);
    expect(checkTable(table).map((row) => [row.row, row.fields.name, row.title?.on])).toEqual(
      [firm(1), firm(2), '杭州列名仪表厂', firm(4), firm(5)].map((name, index) => [
        index + 2,
        name,
        '2024-01-01',
      ]),
    );
  });

  it('but not where hardly any cell is a firm', () => {
    expect(
      tablesOf([
        ['会议签到'],
        ['张三', firm(1)],
        ['李四', '区经信局'],
        ['王五', '白杨街道'],
        ['赵六', firm(2)],
        ['孙七', firm(3)],
      ]),
    ).toEqual([]);
  });
});
