import { describe, expect, it } from 'vitest';
import { pairOf, partOf } from '#shared/roster/two-in-one.ts';
import { inventedCode } from '#test/builders/firm.ts';
import { checkedRows, tablesOf } from './read-sheet.ts';

const firm = (serial: number) => `杭州并列${serial}号有限公司`;
const code = inventedCode;

describe('a header that names two fields in one', () => {
  it.each([
    '联系人及电话',
    '联系人/联系电话',
    '联系人、手机号',
    '联系人（电话）',
    '电话及联系人',
    '联系人和联系方式',
  ])('%s gives the person and the number, and says so', (header) => {
    const [row, other] = checkedRows([
      ['企业名称', '统一社会信用代码', header],
      [firm(1), code(1), '张三 13800001234'],
      [firm(2), code(2), '0571-86912345，李四'],
    ]);
    expect(row?.fields).toMatchObject({ contactName: '张三', contactPhone: '13800001234' });
    expect(other?.fields).toMatchObject({ contactName: '李四', contactPhone: '0571-86912345' });
    const [said] = row?.issues ?? [];
    expect(said).toMatchObject({ code: 'cell-split', severity: 'info', cell: 'C2' });
    // Remarks are printed and exported: personal data does not belong there.
    expect(said?.message).not.toContain('13800001234');
  });

  it('takes the one that is there, and asks where several persons cannot be told apart', () => {
    const rows = checkedRows([
      ['企业名称', '统一社会信用代码', '联系人及电话'],
      [firm(1), code(1), '13800001234'],
      [firm(2), code(2), '王五'],
      [firm(3), code(3), '张三13800001234、李四13900005678'],
      [firm(4), code(4), '清空'],
    ]);
    expect(rows[0]?.fields.contactPhone).toBe('13800001234');
    expect(rows[0]?.fields.contactName).toBeUndefined();
    expect(rows[1]?.fields.contactName).toBe('王五');
    expect(rows[0]?.issues).toEqual([]);
    expect(rows[2]?.fields.contactName).toBeUndefined();
    expect(rows[2]?.fields.contactPhone).toBeUndefined();
    expect(rows[2]?.issues).toMatchObject([{ code: 'cell-unsplit', severity: 'warning', cell: 'C4' }]);
    expect(rows[3]?.clears).toEqual(['contactName', 'contactPhone']);
  });

  it.each([
    ['企业名称（统一社会信用代码）', (n: number) => `${firm(n)}（${code(n)}）`],
    ['企业名称及统一社会信用代码', (n: number) => `${firm(n)}\n${code(n)}`],
    ['统一社会信用代码/企业名称', (n: number) => `${code(n)} ${firm(n)}`],
  ])('%s gives the name and the code', (header, cell) => {
    const rows = checkedRows([
      ['序号', header, '所属街道'],
      [1, cell(1), '白杨街道'],
      [2, firm(2), '白杨街道'],
    ]);
    expect(rows[0]).toMatchObject({ fields: { name: firm(1), code: code(1) }, codeState: 'valid' });
    expect(rows[0]?.issues.map((issue) => issue.code)).toContain('cell-split');
    expect(rows[1]).toMatchObject({ fields: { name: firm(2) }, codeState: 'missing' });
  });

  it('keeps a name with brackets of its own, and does not guess at figures that are no code', () => {
    const rows = checkedRows([
      ['企业名称（统一社会信用代码）', '所属街道'],
      ['并列科技（杭州）有限公司', '白杨街道'],
      [`${firm(3)}（330184000012345）`, '白杨街道'],
    ]);
    expect(rows[0]?.fields.name).toBe('并列科技（杭州）有限公司');
    expect(rows[1]?.fields.name).toBeUndefined();
    expect(rows[1]?.issues.map((issue) => issue.code)).toContain('cell-unsplit');
  });

  it('统一社会信用代码/注册号 is read as the code, whichever number stands first', () => {
    const rows = checkedRows([
      ['企业名称', '统一社会信用代码/注册号'],
      [firm(1), `330184000012345/${code(1)}`],
      [firm(2), code(2)],
      [firm(3), '330184000012345'],
    ]);
    expect(rows.map((row) => row.fields.code ?? null)).toEqual([code(1), code(2), null]);
    expect(rows[2]?.issues.map((issue) => issue.code)).toEqual(['code-other-number']);
  });

  it('leaves both to columns of their own where the list has them', () => {
    const [table] = tablesOf([
      ['企业名称（统一社会信用代码）', '统一社会信用代码', '联系人及电话', '联系人', '联系电话'],
      [firm(1), code(1), '某某', '张三', '13800001234'],
    ]);
    expect(table?.columns.map(({ field, pair }) => [field, pair])).toEqual([
      ['name', undefined],
      ['code', undefined],
      [null, undefined],
      ['contactName', undefined],
      ['contactPhone', undefined],
    ]);
  });

  it('does not take 联系人电话 or 注册地址及电话 apart', () => {
    const [table] = tablesOf([
      ['企业名称', '联系人电话', '注册地址及电话'],
      [firm(1), '13800001234', '虚构路1号'],
    ]);
    expect(table?.columns.map(({ field }) => field)).toEqual(['name', 'contactPhone', null]);
  });

  it('knows only pairs that can be told apart', () => {
    expect(pairOf('contactPhone', 'contactName')).toEqual(['contactName', 'contactPhone']);
    expect(pairOf('name', 'address')).toBeUndefined();
    expect(pairOf('code', 'code')).toBeUndefined();
    const number = { column: 1, kind: 'number', text: '123', number: 123 } as const;
    expect(partOf(number, 'name', ['name', 'code'])).toBeUndefined();
  });
});
