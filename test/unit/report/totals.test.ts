import { expect, it } from 'vitest';
import { type ReportTable, totalRow, wrongTotal } from '#shared/report/report.ts';

const table = (rows: ReportTable['rows'], total: ReportTable['total']): ReportTable => ({
  type: 'table',
  title: '街道分布表',
  columns: [
    { label: '街道', kind: 'text', width: 10 },
    { label: '企业', kind: 'count', width: 10 },
    { label: '占比', kind: 'percent', width: 10 },
  ],
  rows,
  total,
});
const rows: ReportTable['rows'] = [
  ['白杨街道', 3, 600_000],
  ['下沙街道', 2, 400_000],
  ['未填街道', null, null],
];

it('a 合计 that is the sum of its rows is sound, shares aside; one that is not is named with both figures', () => {
  expect(wrongTotal({ blocks: [table(rows, totalRow(rows, 3, [1]))] })).toBeUndefined();
  expect(wrongTotal({ blocks: [table(rows, ['合计', 5, 999_999])] })).toBeUndefined();
  expect(wrongTotal({ blocks: [table(rows, null)] })).toBeUndefined();
  expect(
    wrongTotal({ blocks: [table(rows, totalRow(rows, 3, [1])), table(rows, ['合计', 6, null])] }),
  ).toEqual({
    table: '街道分布表',
    column: '企业',
    total: 6,
    sum: 5,
  });
});
