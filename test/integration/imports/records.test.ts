import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { changeSet } from '#electron/db/change-set.ts';
import { openLedger, type WriteTx } from '#electron/db/open.ts';
import { insertFirm } from '#electron/db/tables/firms.ts';
import { openTestCore, type TestCore } from '#test/builders/core.ts';
import { openRoster, readTexts, targetIn } from '#test/builders/exports.ts';
import { inventedCode, newFirm } from '#test/builders/firm.ts';
import { csvOf, type MessyValue, xlsxOf } from '#test/builders/rosters/messy-sheet.ts';

let test: TestCore;
beforeEach(async () => {
  test = await openTestCore({ pack: 'qiantang-2024' });
});
afterEach(() => test.close());

/** Writes to the ledger beside the core; the first firms have the ids from 1. */
function prepare(write: (tx: WriteTx) => void): void {
  const ledger = openLedger(test.databasePath);
  changeSet(ledger, { actor: '测试员', kind: 'edit', reason: '准备' }, write);
  ledger.close();
}

function withFirms(count: number): void {
  prepare((tx) => {
    for (let serial = 1; serial <= count; serial += 1) insertFirm(tx, newFirm(serial));
  });
}

const sheet = (rows: readonly (readonly MessyValue[])[], name = '表1') => ({
  name,
  rows,
  merges: [],
  hiddenRows: new Set<number>(),
});

async function open(rows: readonly (readonly MessyValue[])[], name = '报送.xlsx') {
  const path = join(test.folder, name);
  writeFileSync(path, name.endsWith('.csv') ? `\uFEFF${csvOf(sheet(rows))}` : await xlsxOf([sheet(rows)]));
  const draft = await openRoster(test, path);
  const { rows: compared } = await test.ask('imports.rows', { draftId: draft.draftId, limit: 200 });
  return { draft, draftId: draft.draftId, table: draft.tables[0], rows: compared };
}

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
