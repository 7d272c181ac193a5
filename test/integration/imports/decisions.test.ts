import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { brand, claimsOf, wan } from '#test/builders/claims.ts';
import { openTestCore, type TestCore } from '#test/builders/core.ts';
import { openTyped } from '#test/builders/drafts.ts';
import { openRoster, targetIn } from '#test/builders/exports.ts';

let test: TestCore;
beforeEach(async () => {
  test = await openTestCore({ pack: 'qiantang-2024' });
});
afterEach(() => test.close());

const claims = claimsOf(() => test);

/** 甲公司 with a title of 20万 and a brand of at most 30万, the latter checked by its street. */
async function waiting(): Promise<{ readonly title: number; readonly project: number }> {
  const firmId = await claims.firm('甲公司', 'provincial-srdi');
  await test.ask('projects.save', { id: null, firmId, ...brand, reason: '' });
  const [title = 0] = await claims.open(firmId);
  const [project = 0] = await claims.open(firmId, 2025, '2025-06-10');
  await claims.step(project, 'file', '2025-06-11');
  await claims.step(project, 'check', '2025-06-12');
  return { title, project };
}

describe('会审核定', () => {
  it('goes out as a form with what was computed, comes back as decisions, and then as 无变化', async () => {
    const { title, project } = await waiting();
    const { token, path, paths } = targetIn(test, '会审表.xlsx');
    const input = { target: token, kind: 'decisions', streetId: null, filled: true } as const;
    expect((await test.ask('exports.template', input, paths)).rows).toBe(2);
    expect((await openRoster(test, path)).tables[0]).toMatchObject({
      kind: 'decisions',
      counts: { unchanged: 2 },
    });
    const book = new ExcelJS.Workbook();
    await book.xlsx.readFile(path);
    const form = book.getWorksheet('填报');
    const headers = form?.getRow(4).values;
    const column = (name: string) => (Array.isArray(headers) ? headers.indexOf(name) : -1);
    for (const [row, amount] of [
      [6, 20],
      [7, 12.5],
    ] as const) {
      const line = form?.getRow(row);
      if (line === undefined) continue;
      line.getCell(column('核定金额（万元）*')).value = amount;
      line.getCell(column('核定理由')).value = '会议审定';
      line.getCell(column('会审日期*')).value = '2025-07-01';
    }
    const returned = join(test.folder, '会后.xlsx');
    await book.xlsx.writeFile(returned);
    const draft = await openRoster(test, returned);
    expect(draft.tables[0]?.counts).toMatchObject({ created: 2, toConfirm: 0 });
    await test.ask('imports.commit', { draftId: draft.draftId });
    const decided = async (id: number) => (await test.ask('claims.get', { id })).claim;
    expect(await decided(title)).toMatchObject({ state: 'decided', decidedFen: 20 * wan });
    expect(await decided(project)).toMatchObject({ state: 'decided', decidedFen: 12.5 * wan });
    expect((await openRoster(test, returned)).tables[0]?.counts).toMatchObject({ unchanged: 2 });
    const awards = targetIn(test, '兑现.xlsx');
    await test.ask('exports.awards', { target: awards.token, year: 2025, batchId: null }, awards.paths);
    expect((await openRoster(test, awards.path)).tables[0]).toMatchObject({
      kind: 'decisions',
      counts: { rows: 1, unchanged: 1 },
    });
  });

  it('never exceeds the computed amount, needs a reason for a ceiling, and leaves what is decided alone', async () => {
    const { title, project } = await waiting();
    await claims.step(title, 'decide', '2025-02-10');
    const { rows } = await openTyped(test, [
      ['企业名称', '事项编号', '核定金额（万元）', '核定理由', '会审日期', '测算金额（万元）'],
      ['甲公司', title, 15, '会议审定', '2025-07-01', 20],
      ['甲公司', project, 31, '会议审定', '2025-07-01', 30],
      ['甲公司', project, 30, null, '2025-07-01', 30],
      ['甲公司', project, 30, '会议审定', null, 30],
      ['甲公司', project, 25, '会议审定', '2025-07-01', 28],
      ['甲公司', project + 9, 30, '会议审定', '2025-07-01', 30],
    ]);
    expect(rows.map(({ outcome, reason }) => `${outcome} ${reason}`)).toEqual([
      `reject 第${title}号事项已核定 20万元，与本行的 15万元 不同`,
      expect.stringContaining('核定金额31万元超过上限30万元'),
      expect.stringContaining('核定金额须写明理由'),
      'reject 没有写明会审日期',
      'create null',
      `reject 该企业没有第${project + 9}号兑现事项`,
    ]);
    expect(rows[4]?.toConfirm).toBe(true);
    expect(rows[4]?.issues.at(-1)?.message).toContain('测算金额 28万元 与台账现在的 30万元 不同');
  });
});
