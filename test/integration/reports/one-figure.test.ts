import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { OutputOf } from '#shared/contract/api.ts';
import { reportKinds } from '#shared/contract/methods/reports.ts';
import { fenPerWan } from '#shared/domain/money.ts';
import { openTestCore, type TestCore } from '#test/builders/core.ts';

type Report = OutputOf<'reports.get'>;
type Table = Extract<Report['blocks'][number], { readonly type: 'table' }>;

/** Papers that need a batch or an assumption have tests of their own. */
const kinds = reportKinds.filter((kind) => !['notice', 'payments', 'what-if'].includes(kind));
/** Row in which the sheets of a paper have their header. */
const headerRow = 3;
let core: TestCore;

beforeAll(async () => {
  core = await openTestCore({ pack: 'qiantang-2024' });
  await core.ask('demo.load', {});
});
afterAll(() => core.close());

/** A cell of the workbook as the paper holds it: 万元 are 分 there, shares parts per million. */
function asHeld(value: ExcelJS.CellValue, kind: Table['columns'][number]['kind']): string | number | null {
  if (value === null || value === undefined || value === '') return null;
  if (typeof value === 'number') {
    if (kind === 'wan') return Math.round(value * fenPerWan);
    return kind === 'percent' ? Math.round(value * 1_000_000) : value;
  }
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return String(value);
}

it.each(kinds)('%s says the same in the workbook as on the page, cell by cell', async (kind) => {
  const plans = await core.ask('plans.list', { asOf: '2026-06-30' });
  const firmIds = kind === 'plan' ? plans.rows.slice(0, 1).map(({ firmId }) => firmId) : [];
  const spec = { kind, asOf: '2026-06-30', year: 2024, batchId: null, whatIf: null, unit: null, firmIds };
  const path = join(core.folder, `${kind}.xlsx`);
  const written = await core.core.call('@excel', { spec, path });
  if (!written.ok) throw new Error(JSON.stringify(written.error));
  const report = await core.ask('reports.get', spec);
  const tables = report.blocks.filter((block): block is Table => block.type === 'table');
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  expect(book.worksheets).toHaveLength(tables.length);
  for (const [index, table] of tables.entries()) {
    const sheet = book.worksheets[index];
    const rowAt = (number: number) =>
      table.columns.map(({ kind: own }, column) =>
        asHeld(sheet?.getRow(number).getCell(column + 1).value ?? null, own),
      );
    expect(sheet?.getRow(1).getCell(1).value).toBe(report.title);
    expect(table.columns.map((_, column) => sheet?.getRow(headerRow).getCell(column + 1).value)).toEqual(
      table.columns.map(({ label }) => label),
    );
    const rows = table.total === null ? table.rows : [...table.rows, table.total];
    for (const [row, cells] of rows.entries())
      expect(rowAt(headerRow + 1 + row)).toEqual(cells.map((cell) => (cell === '' ? null : cell)));
  }
});
