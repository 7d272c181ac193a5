import { describe, expect, it } from 'vitest';
import type { MessyValue } from '#test/builders/rosters/messy-sheet.ts';
import { checkedRows, tablesOf } from './read-sheet.ts';

const firm = '杭州测试1有限公司';

/** What the rows of the only table state, by firm and record. */
function stated(...args: Parameters<typeof checkedRows>) {
  return checkedRows(...args).map(({ fields, records }) => [
    fields.name,
    ...records.map(({ key, values }) => [key, values]),
  ]);
}

describe('年度经营数据', () => {
  it('in long form has a year in each row, units in headers', () => {
    const rows: MessyValue[][] = [
      ['企业名称', '年度', '营业收入（万元）', '研发费用(元)', '从业人员', '市场占有率（%）', '自主品牌'],
      [firm, '2023年度', 5000, 1234567.5, '80人', '12.5%', '是'],
      [firm, 2024, '0.6亿元', '无', 90, 13, ''],
    ];
    const [table] = tablesOf(rows);
    expect(table).toMatchObject({ kind: 'years' });
    expect(table?.kindReason).toContain('有“年度”和“营业收入”');
    expect(stated(rows)).toEqual([
      [firm, ['2023', { revenue: 5_000_000_000, rdSpend: 123_456_750, employees: 80, marketShare: 125_000 }]],
      [firm, ['2024', { revenue: 6_000_000_000, employees: 90, marketShare: 130_000 }]],
    ]);
  });

  const wide: MessyValue[][] = [
    ['2022-2023年重点企业经营情况表（单位：万元）'],
    ['序号', '企业名称', '统一社会信用代码', '2022年', null, '2023年', null],
    [null, null, null, '营业收入', '研发费用', '营业收入', '研发费用'],
    [1, firm, null, 100, 5, 120, 6],
  ];
  const merges = [
    { top: 2, left: 4, bottom: 2, right: 5 },
    { top: 2, left: 6, bottom: 2, right: 7 },
    ...[1, 2, 3].map((column) => ({ top: 2, left: column, bottom: 3, right: column })),
  ];
  const meant = [
    [
      firm,
      ['2022', { revenue: 100_000_000, rdSpend: 5_000_000 }],
      ['2023', { revenue: 120_000_000, rdSpend: 6_000_000 }],
    ],
  ];

  it('in wide form has the years in a header above, also where the merge was lost', () => {
    expect(tablesOf(wide, merges)[0]?.kindReason).toContain('2022、2023 年');
    expect(stated(wide, merges)).toEqual(meant);
    expect(stated(wide)).toEqual(meant);
  });

  it('in wide form has the figure above the years as well, or both in one header', () => {
    const turned: MessyValue[][] = [
      ['单位：万元'],
      ['企业名称', '营业收入', null, '研发费用', null],
      [null, '2022年', '2023年', '2022年', '2023年'],
      [firm, 100, 120, 5, 6],
    ];
    const over = [
      { top: 2, left: 2, bottom: 2, right: 3 },
      { top: 2, left: 4, bottom: 2, right: 5 },
      { top: 2, left: 1, bottom: 3, right: 1 },
    ];
    expect(stated(turned, over)).toEqual(meant);
    const flat: MessyValue[][] = [
      [
        '企业名称',
        '2022年营业收入（万元）',
        '2022年度研发费用（万元）',
        '营业收入（2023年）（万元）',
        '2023研发投入/万元',
      ],
      [firm, 100, 5, 120, 6],
    ];
    expect(stated(flat)).toEqual(meant);
  });

  it('takes the year from the title when it is only there, and asks when it is nowhere', () => {
    const rows = (title: string): MessyValue[][] => [
      [title],
      ['企业名称', '营业收入（万元）', '从业人员数'],
      [firm, 100, 20],
    ];
    const [titled] = checkedRows(rows('2023年度企业经营数据表'));
    expect(titled?.records).toEqual([
      { key: '2023', label: '2023年', values: { revenue: 100_000_000, employees: 20 } },
    ]);
    expect(titled?.issues).toMatchObject([{ code: 'year-from-heading', severity: 'info' }]);
    const [undated] = checkedRows(rows('企业经营数据表'));
    expect(undated?.records).toEqual([]);
    expect(undated?.issues).toMatchObject([{ code: 'year-missing', severity: 'error' }]);
  });

  it('reads words of choices, refuses impossible figures, asks about a share below 1', () => {
    const [row] = checkedRows([
      ['企业名称', '年度', '营业收入（万元）', '研发机构级别', '数字化水平等级', '市场占有率'],
      [firm, 2023, -5, '省级', 9, 0.3],
    ]);
    expect(row?.records[0]?.values).toEqual({ rdInstitution: 'provincial', marketShare: 3000 });
    expect(row?.issues.map(({ code, severity }) => [code, severity])).toEqual([
      ['value-out-of-range', 'info'],
      ['value-out-of-range', 'info'],
      ['share-doubtful', 'warning'],
    ]);
  });

  it('a list of firms with one figure stays a list of firms', () => {
    const [table] = tablesOf([
      ['企业名称', '所属街道', '注册资本（万元）', '法定代表人', '营业收入（万元）'],
      [firm, '白杨街道', 100, '张三', 1],
    ]);
    expect(table?.kind).toBe('firms');
  });
});

describe('项目与补助申报', () => {
  const upgrade: MessyValue[][] = [
    ['2025年度技改项目申报汇总表（单位：万元）'],
    ['序号', '承担单位', '项目名称', '竣工时间', '总投资', '完成投资', '所属产业', '备注'],
    [1, firm, '一号产线改造', '2025.6.30', 1200, '0.08亿元', '集成电路', '无'],
  ];
  const stated1 = {
    kind: 'tech-upgrade',
    name: '一号产线改造',
    eventOn: '2025-06-30',
    totalInvestment: 1_200_000_000,
    completedInvestment: 800_000_000,
    industry: 'semiconductors',
  };

  it('are known by their columns and the kind of project in the title', () => {
    const [table] = tablesOf(upgrade);
    expect(table).toMatchObject({ kind: 'projects', variant: 'tech-upgrade' });
    expect(table?.kindReason).toContain('制造业技改项目');
    expect(stated(upgrade)).toEqual([[firm, ['tech-upgrade/一号产线改造', stated1]]]);
  });

  it('of several kinds in one table have the kind in a column; what a kind does not ask is said and left out', () => {
    const rows: MessyValue[][] = [
      [
        '企业名称',
        '项目类别',
        '项目名称',
        '项目日期',
        '贷款本金（万元）',
        '年利率',
        '担保费率(%)',
        '总投资（万元）',
      ],
      [firm, '专精特新贷', '流动资金贷款', '2025-03-01', 500, '3.45%', 0.5, null],
      [firm, '企业技改类', '二号产线', '2025-03-01', null, null, null, 900],
      [firm, '数字化攻关项目', '智能排产', '2025-03-01', 7, null, null, null],
      [firm, '设备补贴', '其他', '2025-03-01', null, null, null, 1],
    ];
    const [loan, loose, foreign, unknown] = checkedRows(rows);
    expect(loan?.records[0]?.values).toMatchObject({
      kind: 'srdi-loan',
      principal: 500_000_000,
      bankRate: 34_500,
      guaranteeRate: 5000,
    });
    expect(loose?.records[0]?.values).toMatchObject({ kind: 'tech-upgrade', totalInvestment: 900_000_000 });
    expect(loose?.issues).toMatchObject([{ code: 'choice-alike', severity: 'warning', cell: 'B3' }]);
    expect(foreign?.records[0]?.values).toEqual({
      kind: 'digital-project',
      name: '智能排产',
      eventOn: '2025-03-01',
    });
    expect(foreign?.issues).toMatchObject([{ code: 'record-foreign', severity: 'info', cell: 'E4' }]);
    expect(unknown?.records).toEqual([]);
    expect(unknown?.issues.at(-1)).toMatchObject({
      code: 'record-incomplete',
      severity: 'error',
      cell: 'B5',
    });
    expect(unknown?.issues.at(-1)?.fix).toContain('制造业技改项目');
  });

  it('without a kind anywhere are of the one kind that asks for their columns', () => {
    const rows: MessyValue[][] = [
      ['企业名称', '项目名称', '日期', '贷款年利率', '贷款本金（元）'],
      [firm, '贷款一', '2025-03-01', '3.1%', 5_000_000],
    ];
    expect(tablesOf(rows)[0]?.kind).toBe('projects');
    expect(checkedRows(rows)[0]?.records[0]?.values).toMatchObject({
      kind: 'srdi-loan',
      principal: 500_000_000,
    });
  });

  it('a list of firms with products and parks stays a list of firms', () => {
    const [table] = tablesOf([
      ['企业名称', '所属街道', '平台名称', '产品名称', '备注'],
      [firm, '白杨街道', '医药港', '芯片', null],
    ]);
    expect(table?.kind).toBe('firms');
  });
});

describe('年度自评表', () => {
  it('is known by its 自评等次, or by its title with figures; a list of figures alone stays one', () => {
    const rows: MessyValue[][] = [
      ['钱塘区专精特新种苗库企业2023年度自评表'],
      ['序号', '企业名称', '主营业务收入（万元）', '研发费用（万元）', '自评等级', '主要成绩', '存在困难'],
      [1, firm, 5200, 410, '良好', '研发投入增长', '无'],
    ];
    const [table] = tablesOf(rows);
    expect(table).toMatchObject({
      kind: 'assessments',
      kindReason: expect.stringContaining('有“自评等次”列'),
    });
    expect(stated(rows)).toEqual([
      [
        firm,
        [
          '2023',
          { mainRevenue: 5_200_000_000, rdSpend: 410_000_000, grade: '良好', achievements: '研发投入增长' },
        ],
      ],
    ]);
    const titled = tablesOf([
      ['2023年度企业自评情况'],
      ['企业名称', '营业收入（万元）', '从业人员'],
      [firm, 1, 2],
    ]);
    expect(titled[0]?.kind).toBe('assessments');
    const plain = tablesOf([
      ['2023年度企业情况'],
      ['企业名称', '营业收入（万元）', '从业人员'],
      [firm, 1, 2],
    ]);
    expect(plain[0]?.kind).toBe('years');
  });
});

describe('走访与诉求', () => {
  it('a row states a visit and what was asked for on it, each as a record of its own', () => {
    const rows: MessyValue[][] = [
      ['白杨街道2024年5月走访服务企业情况表'],
      [
        '序号',
        '企业名称',
        '走访时间',
        '走访人',
        '企业经营情况',
        '困难和问题',
        '问题类别',
        '责任部门',
        '办理结果',
        '办结时间',
        '企业满意度',
      ],
      [
        1,
        firm,
        '2024.5.21',
        '王科长',
        '订单饱满',
        '缺流动资金',
        '资金',
        '区金融办',
        '已对接专精特新贷',
        '2024年6月3日',
        '非常满意',
      ],
      [2, firm, '2024.5.28', '李四', '正常生产', '无', '', '', '', '', ''],
    ];
    const [table] = tablesOf(rows);
    expect(table).toMatchObject({ kind: 'visits', kindReason: expect.stringContaining('走访日期') });
    expect(stated(rows)).toEqual([
      [
        firm,
        ['visit 2024-05-21 王科长', { visitedOn: '2024-05-21', visitors: '王科长', record: '订单饱满' }],
        [
          'request 2024-05-21 缺流动资金',
          {
            requestKind: 'finance',
            request: '缺流动资金',
            receivedOn: '2024-05-21',
            unit: '区金融办',
            answer: '已对接专精特新贷',
            closedOn: '2024-06-03',
            satisfaction: 'content',
          },
        ],
      ],
      [firm, ['visit 2024-05-28 李四', { visitedOn: '2024-05-28', visitors: '李四', record: '正常生产' }]],
    ]);
  });

  it('a list of requests alone needs the day of each; a column of requests does not make a list of firms one', () => {
    const listed: MessyValue[][] = [
      ['企业名称', '诉求内容', '提出时间', '承办单位', '办理时限'],
      [firm, '希望引进模具工程师', '2024-03-01', '区人社局', '2024-04-01'],
      [firm, '希望解决用地', '', '区规资局', '2024-04-01'],
    ];
    expect(tablesOf(listed)[0]).toMatchObject({ kind: 'visits' });
    const [whole, dayless] = checkedRows(listed);
    expect(whole?.records[0]?.values).toMatchObject({ receivedOn: '2024-03-01', dueOn: '2024-04-01' });
    expect([dayless?.records, dayless?.issues.map(({ message }) => message)]).toEqual([
      [],
      ['没有写明诉求提出日期'],
    ]);
    const firms = tablesOf([
      ['企业名称', '所属街道', '联系人', '联系电话', '主导产品', '企业诉求'],
      [firm, '白杨街道', '张三', '13812345678', '轴承', '缺人'],
    ]);
    expect(firms[0]?.kind).toBe('firms');
  });
});

describe('培育库名单', () => {
  it('are known by stage or day of entering with the pool in a column, a group title or the title', () => {
    const rows: MessyValue[][] = [
      ['专精特新“小巨人”种子企业培育库名单'],
      ['序号', '企业名称', '培育阶段', '入库时间'],
      [1, firm, '培育期', '2025年3月'],
    ];
    const [table] = tablesOf(rows);
    expect(table).toMatchObject({ kind: 'pools', variant: 'little-giant-seeds' });
    expect(table?.kindReason).toContain('小巨人种子库');
    expect(stated(rows)).toEqual([
      [
        firm,
        [
          'little-giant-seeds/2025-03-01',
          { pool: 'little-giant-seeds', stage: '培育', enteredOn: '2025-03-01' },
        ],
      ],
    ]);
    const listed: MessyValue[][] = [
      ['企业名称', '培育库', '入库日期', '出库日期', '出库原因'],
      [firm, '小巨人种苗库', '2023-01-05', '2024-06-01', '已认定'],
    ];
    expect(checkedRows(listed)[0]?.records[0]?.values).toMatchObject({
      pool: 'little-giant-seeds',
      leftOn: '2024-06-01',
      exit: 'reached',
    });
  });

  it('without a pool, or with a stage it does not have, are refused with the cell and what to write', () => {
    const [none, strange] = checkedRows([
      ['培育库企业汇总表'],
      ['企业名称', '培育库', '阶段', '入库日期'],
      [firm, null, '储备', '2025-01-01'],
      [firm, '小巨人种子库', '腾飞', '2025-01-01'],
    ]);
    expect(none?.issues).toMatchObject([{ code: 'record-incomplete', severity: 'error' }]);
    expect(none?.issues[0]?.fix).toContain('专精特新种苗库');
    expect(strange?.issues).toMatchObject([{ code: 'choice-unknown', cell: 'C4' }]);
  });
});
