import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { readTexts } from '#test/builders/exports.ts';
import { type Application, goTo, launchWith, openAddress, takePictures } from './support/application.ts';
import { answerOpenDialog, answerSaveDialog } from './support/dialogs.ts';
import { messy, writeMessyRoster } from './support/rosters.ts';
import { test } from './support/test.ts';

let app: Application;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  app = await launchWith({ district: '钱塘', sample: true });
});
test.afterAll(async () => {
  await app.electron.close();
});

/** Rows of a sheet of a saved workbook, as texts. */
async function rowsOf(path: string, sheet: string): Promise<readonly (readonly string[])[]> {
  const rows = (await readTexts(path))[sheet];
  if (rows === undefined) throw new Error(`no sheet ${sheet}`);
  return rows;
}

test('the list as it is filtered goes into a workbook, contacts masked', async () => {
  const { page } = app;
  await openAddress(app, '/firms?street=baiyang');
  const state = await page.getByText(/符合条件 \d+ 家/).textContent();
  const count = Number(/符合条件 (\d+) 家/.exec(state ?? '')?.[1]);
  await page.getByRole('button', { name: '导出' }).click();
  const dialog = page.getByRole('dialog', { name: '导出企业' });
  await expect(dialog.getByRole('radio', { name: `符合当前条件的 ${count} 家` })).toBeChecked();
  await takePictures(app, '60-export');
  const path = join(app.folder, '白杨街道.xlsx');
  await answerSaveDialog(app, path);
  await dialog.getByRole('button', { name: '导出', exact: true }).click();
  await expect(page.getByText(`已导出 ${count} 家企业到“白杨街道.xlsx”`)).toBeVisible();
  await expect(dialog).toBeHidden();
  const rows = await rowsOf(path, '企业台账');
  expect(rows.length).toBe(count + 1);
  expect(rows[0]?.slice(0, 3)).toEqual(['序号', '企业名称', '统一社会信用代码']);
  for (const row of rows.slice(1)) {
    expect(row).toContain('白杨街道');
    expect(row.join('')).not.toMatch(/1\d{10}(?!\d)/);
  }
});

test('turning back in the file dialog keeps the question and makes nothing', async () => {
  const { page } = app;
  await page.getByRole('button', { name: '导出' }).click();
  const dialog = page.getByRole('dialog', { name: '导出企业' });
  await answerSaveDialog(app, null);
  await dialog.getByRole('button', { name: '导出', exact: true }).click();
  await expect(dialog).toBeVisible();
  await dialog.getByRole('button', { name: '取消' }).click();
  await expect(dialog).toBeHidden();
});

test('ticked firms in clear ask for a purpose and stand in the history', async () => {
  const { page } = app;
  await page
    .getByRole('checkbox', { name: /^勾选 示例/ })
    .nth(0)
    .check();
  await page
    .getByRole('checkbox', { name: /^勾选 示例/ })
    .nth(1)
    .check();
  await page.getByRole('button', { name: '导出' }).click();
  const dialog = page.getByRole('dialog', { name: '导出企业' });
  await expect(dialog.getByRole('radio', { name: '勾选的 2 家' })).toBeChecked();
  await dialog.getByRole('radio', { name: /CSV/ }).check();
  await dialog.getByRole('checkbox', { name: '遮挡联系人和电话' }).uncheck();
  const confirm = dialog.getByRole('button', { name: '确认不遮挡并导出' });
  await expect(confirm).toBeDisabled();
  await dialog.getByRole('textbox', { name: '用途' }).fill('走访前联系企业');
  await takePictures(app, '61-export-in-clear');
  const path = join(app.folder, '勾选.csv');
  await answerSaveDialog(app, path);
  await confirm.click();
  await expect(page.getByText('已导出 2 家企业到“勾选.csv”')).toBeVisible();
  const text = readFileSync(path, 'utf8');
  expect(text.startsWith('\ufeff序号,企业名称')).toBe(true);
  expect(text.trimEnd().split('\r\n').length).toBe(3);
  expect(text).toMatch(/1\d{10}/);
  await goTo(app, '变更历史');
  await expect(page.getByText('导出个人信息')).toBeVisible();
  await expect(page.getByText(/用途：走访前联系企业/)).toBeVisible();
});

test('a filled form comes back unchanged', async () => {
  const { page } = app;
  await goTo(app, '名册交换');
  await page.getByRole('button', { name: '下载模板' }).click();
  const dialog = page.getByRole('dialog', { name: '下载报送模板' });
  await takePictures(app, '62-template');
  const path = join(app.folder, '企业名册模板.xlsx');
  await answerSaveDialog(app, path);
  await dialog.getByRole('button', { name: '下载', exact: true }).click();
  await expect(page.getByText('模板已存为“企业名册模板.xlsx”')).toBeVisible();
  await answerOpenDialog(app, [path]);
  await page.getByRole('button', { name: '选择文件' }).click();
  await expect(page.getByText('由报送模板（第 1 版）填写')).toBeVisible();
  await page.getByRole('button', { name: '下一步' }).click();
  await expect(page.getByRole('tab', { name: /^无变化 1\d\d$/ })).toBeVisible();
  await expect(page.getByRole('tab', { name: '变更 0', exact: true })).toBeVisible();
  await page.getByRole('button', { name: '放弃', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '放弃', exact: true }).click();
});

test('the rows that cannot be imported go back to their street', async () => {
  const { page } = app;
  await answerOpenDialog(app, [await writeMessyRoster(app.folder)]);
  await page.getByRole('button', { name: '选择文件' }).click();
  await page.getByRole('button', { name: '下一步' }).click();
  const button = page.getByRole('button', { name: /导出错误清单/ });
  await expect(button).toBeVisible();
  await takePictures(app, '63-error-list');
  const path = join(app.folder, '错误清单.xlsx');
  await answerSaveDialog(app, path);
  await button.click();
  await expect(page.getByText(/已导出 \d 行错误到“错误清单.xlsx”/)).toBeVisible();
  expect(existsSync(path)).toBe(true);
  const rows = await rowsOf(path, '企业名册');
  const names = rows.flat();
  expect(names).toContain('错误原因');
  expect(names).toContain(messy.damaged);
  expect(names).toContain(messy.suspicious);
  for (const firm of messy.firms) expect(names).not.toContain(firm);
});

test('the history of a period goes out with its seals; a phone looked at in clear is in it', async () => {
  const { page } = app;
  await openAddress(app, '/firms/1');
  await page.getByRole('tab', { name: '基本信息' }).click();
  await page.getByRole('button', { name: '显示联系电话' }).click();
  await expect(page.getByText(/^1\d{10}$/)).toBeVisible();
  await goTo(app, '变更历史');
  await expect(page.getByRole('link', { name: '查看个人信息' })).toBeVisible();
  await page.getByRole('button', { name: '导出' }).click();
  const dialog = page.getByRole('dialog', { name: '导出变更历史' });
  await takePictures(app, '63-history-export');
  const path = join(app.folder, '变更历史.xlsx');
  await answerSaveDialog(app, path);
  await dialog.getByRole('button', { name: '导出', exact: true }).click();
  await expect(page.getByText(/已导出 \d+ 次变更到“变更历史.xlsx”/)).toBeVisible();
  expect((await rowsOf(path, '变更集')).map((row) => row[3])).toContain('查看个人信息');
});
