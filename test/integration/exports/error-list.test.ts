import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { openTestCore, type TestCore } from '#test/builders/core.ts';
import { openRoster, readTexts, targetIn } from '#test/builders/exports.ts';
import { inventedCode } from '#test/builders/firm.ts';

async function emptyLedger(): Promise<TestCore> {
  const core = await openTestCore({ pack: 'qiantang-2024' });
  onTestFinished(() => core.close());
  return core;
}

/** A roster with a title, a unit, a two-level header, one good row, a damaged code, a missing name, a doubtful code. */
async function roster(core: TestCore, name = '白杨街道.xlsx'): Promise<string> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('名册');
  sheet.addRows([
    ['白杨街道企业名册'],
    ['填报单位：白杨街道', null, null, null, null, '单位：万元'],
    ['序号', '企业名称', '统一社会信用代码', '注册情况', null, '备注'],
    [null, null, null, '注册日期', '注册资本', null],
    [1, '杭州甲有限公司', inventedCode(1), new Date('2020-03-05'), 1000, null],
    [2, '杭州乙有限公司', 913301000000000000, '2020.3', 500, '=1+1'],
    [3, null, null, new Date('2021-01-02'), null, '没有名称'],
    [4, '杭州丁有限公司', '91350203M0001FUE2P', null, null, null],
  ]);
  sheet.mergeCells('A1:F1');
  for (const range of ['A3:A4', 'B3:B4', 'C3:C4', 'D3:E3', 'F3:F4']) sheet.mergeCells(range);
  const path = join(core.folder, name);
  await book.xlsx.writeFile(path);
  return path;
}

async function errorList(
  core: TestCore,
  from: string,
): Promise<{ readonly path: string; readonly rows: number }> {
  const draft = await openRoster(core, from);
  const { token, path, paths } = targetIn(core, '错误清单.xlsx');
  const { rows } = await core.ask(
    'exports.errors',
    { target: token, draftId: draft.draftId, fileName: null },
    paths,
  );
  return { path, rows };
}

describe('the list of errors for the sender', () => {
  test('holds the lines, header and cells as they were, the reason of each row, and nothing that was right', async () => {
    const core = await emptyLedger();
    const { path, rows } = await errorList(core, await roster(core));
    expect(rows).toBe(3);
    const texts = (await readTexts(path)).名册 ?? [];
    expect(texts[0]?.[0]).toBe('白杨街道企业名册');
    expect(texts[1]?.[0]).toBe('填报单位：白杨街道 单位：万元');
    expect(texts[2]).toEqual([
      '序号',
      '企业名称',
      '统一社会信用代码',
      '注册情况',
      '注册情况',
      '备注',
      '错误原因',
    ]);
    expect(texts[3]?.slice(3, 5)).toEqual(['注册日期', '注册资本']);
    expect(texts[4]?.slice(0, 6)).toEqual([
      '2',
      '杭州乙有限公司',
      '913301000000000000',
      '2020.3',
      '500',
      '=1+1',
    ]);
    expect(texts[4]?.[6]).toMatch(/^原表第 6 行：代码“913301000000000000”存成了数字/);
    expect(texts[5]?.slice(0, 6)).toEqual(['3', '', '', '2021-01-02', '', '没有名称']);
    expect(texts[5]?.[6]).toContain('缺少企业名称');
    expect(texts[6]?.[6]).toContain('校验位不符');
    expect(texts.length).toBe(7);
  });

  test('keeps the types of the cells and marks the wrong ones', async () => {
    const core = await emptyLedger();
    const { path } = await errorList(core, await roster(core));
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    const sheet = book.getWorksheet('名册');
    const marked = { fgColor: { argb: 'FFFFD9D6' } };
    expect(sheet?.getCell('C5').fill).toMatchObject(marked);
    expect(sheet?.getCell('C7').fill).toMatchObject(marked);
    expect(sheet?.getCell('B5').fill).not.toMatchObject(marked);
    expect(sheet?.getCell('E5').value).toBe(500);
    expect(sheet?.getCell('D6').value).toEqual(new Date('2021-01-02T00:00:00Z'));
    expect(sheet?.getCell('F5').type).toBe(ExcelJS.ValueType.String);
    expect(sheet?.getCell('E3').master.address).toBe('D3');
  });

  test('leaves the file of the sender alone, and comes back mended', async () => {
    const core = await emptyLedger();
    const from = await roster(core);
    const before = readFileSync(from);
    const { path } = await errorList(core, from);
    expect(readFileSync(from).equals(before)).toBe(true);
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    const sheet = book.getWorksheet('名册');
    if (sheet === undefined) throw new Error('no sheet');
    sheet.getCell('C5').value = inventedCode(2);
    sheet.getCell('B6').value = '杭州丙有限公司';
    sheet.getCell('C7').value = inventedCode(4);
    const mended = join(core.folder, '白杨街道（已改）.xlsx');
    await book.xlsx.writeFile(mended);
    const draft = await openRoster(core, mended);
    expect(draft.tables.map(({ kind, counts }) => [kind, counts.rows, counts.created])).toEqual([
      ['firms', 3, 3],
    ]);
    const { rows } = await core.ask('imports.rows', { draftId: draft.draftId });
    // The unit of the line above the header still holds, and the preview says what a new firm starts with.
    expect(rows[0]?.changes.find(({ field }) => field === 'registeredCapital')?.after).toBe('500万元');
    expect(rows[0]?.changes.map(({ label }) => label)).toEqual(['所属街道', '注册日期', '注册资本', '备注']);
  });

  test('of several files has a sheet for each, or only those of one', async () => {
    const core = await emptyLedger();
    const tickets = { 'roster-one': '白杨街道.xlsx', 'roster-two': '下沙街道.xlsx' };
    const files: Record<string, { path: string; name: string }> = {};
    for (const [ticket, name] of Object.entries(tickets))
      files[ticket] = { path: await roster(core, name), name };
    const draft = await core.ask('imports.open', { tokens: Object.keys(tickets), keep: false }, files);
    const { token, path, paths } = targetIn(core, '错误清单.xlsx');
    await core.ask('exports.errors', { target: token, draftId: draft.draftId, fileName: null }, paths);
    expect(Object.keys(await readTexts(path))).toEqual(['白杨街道 名册', '下沙街道 名册']);
    await core.ask(
      'exports.errors',
      { target: token, draftId: draft.draftId, fileName: '下沙街道.xlsx' },
      paths,
    );
    expect(Object.keys(await readTexts(path))).toEqual(['名册']);
  });

  test('is not made when there is nothing to mend', async () => {
    const core = await emptyLedger();
    const path = join(core.folder, '好.csv');
    writeFileSync(path, `企业名称,统一社会信用代码\n杭州甲有限公司,${inventedCode(1)}\n`);
    const draft = await openRoster(core, path);
    const place = targetIn(core, '错误清单.xlsx');
    const input = { target: place.token, draftId: draft.draftId, fileName: null };
    const result = await core.core.call('exports.errors', input, { paths: place.paths });
    expect(result.ok ? null : result.error.code).toBe('export-empty');
    expect(existsSync(place.path)).toBe(false);
  });
});
