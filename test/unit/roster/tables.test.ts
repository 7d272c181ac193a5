import { describe, expect, it } from 'vitest';
import { noDecisions } from '#shared/roster/decide.ts';
import { inventedCode } from '#test/builders/firm.ts';
import { checkedRows, checkTable, compareAll, tablesOf } from './read-sheet.ts';

const firm = (serial: number) => `杭州列名${serial}号有限公司`;
const code = inventedCode;

describe('finding tables', () => {
  it('takes what stands above and below for what it is', () => {
    const [table, other] = tablesOf([
      ['2024年度专精特新企业摸底表'],
      ['填报单位（盖章）：白杨街道', null, '单位：万元'],
      ['序号', '企业名称', '统一社会信用代码', '注册资本'],
      [1, firm(1), code(1), 1200],
      [],
      [2, firm(2), code(2), 300],
      [null, '合计', null, 1500],
      ['注：以上数据由企业自报。'],
      ['填表人：某某', null, '联系电话：0571-86912345'],
    ]);
    expect(other).toBeUndefined();
    expect(table).toMatchObject({ headerRow: 3, kind: 'firms' });
    expect(table?.rows.map((row) => row.number)).toEqual([4, 6]);
    expect(table?.columns.map(({ field, unit }) => [field, unit])).toContainEqual([
      'registeredCapital',
      '万元',
    ]);
    expect(table?.skipped.map(({ row }) => row)).toEqual(expect.arrayContaining([1, 2, 7, 8, 9]));
    if (table === undefined) throw new Error('no table');
    expect(checkTable(table).map((row) => row.fields.registeredCapital)).toEqual([
      1_200_000_000, 300_000_000,
    ]);
    expect(checkTable(table).map((row) => row.senderStreet)).toEqual(['baiyang', 'baiyang']);
  });

  it('joins a header of two lines', () => {
    const [table] = tablesOf([
      ['序号', '企业名称', '联系方式', null],
      [null, null, '联系人', '联系电话'],
      [1, firm(1), '张三', '13800001234'],
    ]);
    expect(table?.headerRow).toBe(2);
    expect(table?.columns.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['name', 'contactName', 'contactPhone']),
    );
  });

  it('tells two tables of a sheet apart: 认定 and 复核', () => {
    const tables = tablesOf([
      ['附件1 2024年认定省级专精特新中小企业名单'],
      ['序号', '企业名称'],
      [1, firm(1)],
      ['附件2 2024年复核通过省级专精特新中小企业名单'],
      ['序号', '企业名称'],
      [1, firm(2)],
    ]);
    expect(tables.map((table) => table.headerRow)).toEqual([2, 5]);
    expect(tables.map((table) => table.kind)).toEqual(['titles', 'reviews']);
    expect(tables.map((table) => checkTable(table).map((row) => row.fields.name))).toEqual([
      [firm(1)],
      [firm(2)],
    ]);
  });

  it('finds nothing on a sheet without a header, and never throws on odd rows', () => {
    expect(tablesOf([['说明'], ['本表供参考']])).toEqual([]);
    expect(tablesOf([])).toEqual([]);
  });
});

describe('merged cells', () => {
  const rows = [
    ['街道', '企业名称', '主导产品'],
    ['白杨街道', firm(1), '轴承'],
    [null, firm(2), null],
  ];

  it('reach down in the street column, and nowhere else', () => {
    const read = checkedRows(rows, [
      { top: 2, left: 1, bottom: 3, right: 1 },
      { top: 2, left: 3, bottom: 3, right: 3 },
    ]);
    expect(read.map((row) => row.fields.streetId)).toEqual(['baiyang', 'baiyang']);
    expect(read.map((row) => row.fields.mainProduct)).toEqual(['轴承', undefined]);
    expect(read[1]?.issues.map((issue) => issue.code).sort()).toEqual(['merged-fill', 'merged-not-filled']);
  });
});

describe('rows of one firm', () => {
  const header = ['企业名称', '统一社会信用代码', '街道'];

  it('that say the same are read once, and each copy says where the first stands', () => {
    const [table] = compareAll([
      { rows: checkedRows([header, [firm(1), code(1), '白杨街道'], [firm(1), code(1), '白杨街道']]) },
    ]);
    expect(table?.map((row) => row.outcome)).toEqual(['create', 'ignore']);
    expect(table?.[1]?.issues.map((issue) => issue.message).join()).toContain('第 2 行');
  });

  it('that differ wait for a person, who says which one counts', () => {
    const rows = checkedRows([header, [firm(1), code(1), '白杨街道'], [firm(1), code(1), '下沙街道']]);
    const [asked] = compareAll([{ rows }]);
    expect(asked?.map((row) => row.outcome)).toContain('conflict');
    const [decided] = compareAll([
      { rows, decisions: { ...noDecisions, rows: new Map([[3, { action: 'use' }]]) } },
    ]);
    expect(decided?.filter((row) => row.outcome === 'create').map((row) => row.checked.row)).toEqual([3]);
  });

  it('that differ follow the newest choice, and the earlier one no longer counts as decided', () => {
    const rows = checkedRows([header, [firm(1), code(1), '白杨街道'], [firm(1), code(1), '下沙街道']]);
    for (const [older, newer] of [
      [2, 3],
      [3, 2],
    ] as const) {
      const use = { action: 'use' } as const;
      const decisions = {
        ...noDecisions,
        rows: new Map([
          [older, use],
          [newer, use],
        ]),
      };
      const [decided] = compareAll([{ rows, decisions }]);
      const of = (number: number) => decided?.find((row) => row.checked.row === number);
      expect([of(newer)?.outcome, of(newer)?.decision]).toEqual(['create', use]);
      expect([of(older)?.outcome, of(older)?.decision]).toEqual(['ignore', null]);
    }
  });

  it('仅更新 creates nothing', () => {
    const rows = checkedRows([header, [firm(1), code(1), '白杨街道']]);
    const [table] = compareAll([{ rows, decisions: { ...noDecisions, mode: 'updateOnly' } }]);
    expect(table?.map((row) => row.outcome)).toEqual(['ignore']);
  });
});
