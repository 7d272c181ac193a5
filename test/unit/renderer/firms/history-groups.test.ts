import { describe, expect, it } from 'vitest';
import { historyGroups, type RowChange, rowHeading } from '#renderer/features/firms/detail/history-groups.ts';

function change(
  changeSetId: number,
  tableLabel: string,
  operation: RowChange['operation'] = 'update',
): RowChange {
  return {
    changeSetId,
    at: '2026-03-01T02:03:00.000Z',
    actor: '张三',
    kindLabel: '导入名册',
    reason: '白杨街道.xlsx',
    table: 'firm',
    tableLabel,
    rowId: 1,
    operation,
    fields: [],
  };
}

describe('企业历史', () => {
  it('shows one entry for each change set, in the order received, with every row of it', () => {
    const groups = historyGroups([change(9, '企业'), change(4, '企业'), change(9, '曾用名', 'insert')]);
    expect(groups.map((group) => group.changeSetId)).toEqual([9, 4]);
    expect(groups[0]?.rows.map(rowHeading)).toEqual(['修改企业', '登记曾用名']);
    expect(groups[0]).toMatchObject({ actor: '张三', kindLabel: '导入名册', reason: '白杨街道.xlsx' });
  });
});
