import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import {
  goTo,
  launch,
  launchWith,
  loadSample,
  openAddress,
  scratchFolder,
  takePictures,
} from './support/application.ts';
import { answerOpenDialog } from './support/dialogs.ts';
import { test } from './support/test.ts';

const example = join(import.meta.dirname, '../policy/example-pack');

test('a district that the program does not know starts from its four files', async () => {
  const app = await launch(scratchFolder());
  const { page } = app;
  await answerOpenDialog(
    app,
    readdirSync(example).map((name) => join(example, name)),
  );
  await page.getByRole('button', { name: '不在其中？用本区的政策包文件新建' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible();
  await loadSample(app);
  await goTo(app, '政策库');
  await expect(page.getByText('示例区扶持中小企业若干办法').first()).toBeVisible();
  await goTo(app, '企业台账');
  await expect(page.getByText(/东街道/).first()).toBeVisible();
  await app.electron.close();
});

test('another edition of the pack is saved out, checked, compared, put to use and taken back', async () => {
  const app = await launchWith({ district: '钱塘', sample: true });
  const { page, folder } = app;
  await goTo(app, '政策库');
  await page.getByRole('tab', { name: '政策包' }).click();
  await expect(page.getByText('程序自带')).toBeVisible();

  const place = join(folder, '导出');
  mkdirSync(place);
  await answerOpenDialog(app, [place]);
  await page.getByRole('button', { name: '导出现用政策包…' }).click();
  await expect(page.getByText('已存入文件夹“政策包”')).toBeVisible();
  const clauses = join(place, '政策包/clauses.yaml');
  const text = readFileSync(clauses, 'utf8');

  writeFileSync(clauses, text.replace('value: 20万元', 'value: 二十万左右'));
  await answerOpenDialog(app, [clauses]);
  await page.getByRole('button', { name: '导入政策包…' }).click();
  await expect(page.getByText(/处问题，不能启用/)).toBeVisible();
  await takePictures(app, '54-pack-problems');

  writeFileSync(clauses, text.replace('value: 20万元', 'value: 30万元'));
  await page.getByRole('button', { name: '导入政策包…' }).click();
  await expect(page.getByText(/检查通过，有 \d+ 处不同/)).toBeVisible();
  await expect(page.getByRole('cell', { name: '30万元', exact: true })).toBeVisible();
  await takePictures(app, '55-pack-preview');
  await page.getByRole('button', { name: /启\s?用/ }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: /启\s?用/ })).toBeDisabled();
  await dialog.getByRole('textbox').fill('区政府会议纪要');
  await dialog.getByRole('button', { name: /启\s?用/ }).click();
  await expect(page.getByText('本台账自行导入')).toBeVisible();
  await takePictures(app, '56-pack-imported');

  await page.getByRole('button', { name: '恢复程序自带的政策包' }).click();
  await dialog.getByRole('textbox').fill('会议纪要撤回');
  await dialog.getByRole('button', { name: /恢\s?复/ }).click();
  await expect(page.locator('.status-word', { hasText: '程序自带' })).toBeVisible();
  await app.electron.close();
});

test('holidays of a year are entered as the notice writes them; a firm shows its entitlements', async () => {
  const app = await launchWith({ district: '钱塘', sample: true });
  const { page } = app;
  await goTo(app, '设置');
  await page.getByRole('button', { name: '录入一年' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('年份').fill('2027');
  await dialog.getByLabel('放假（连休的周末也写上）').fill('1月1日（周五）至3日（周日）');
  await dialog.getByLabel('调休上班（没有则留空）').fill('2月30日');
  await dialog.getByRole('button', { name: /保\s?存/ }).click();
  await expect(dialog.getByText('“2月30日”看不懂，请写成“1月1日至3日”。')).toBeVisible();
  await dialog.getByLabel('调休上班（没有则留空）').fill('');
  await dialog.getByRole('button', { name: /保\s?存/ }).click();
  const row = page.getByRole('row').filter({ hasText: '2027' });
  await expect(row).toContainText('1月1日至3日');
  await expect(row).toContainText('本局录入');
  await takePictures(app, '57-holidays');

  await openAddress(app, '/firms/1?tab=awards');
  await expect(page.getByRole('heading', { name: /^服务保障/ })).toBeVisible();
  await page.getByRole('checkbox', { name: '也列出不符合的' }).check();
  await takePictures(app, '58-entitlements');
  await app.electron.close();
});
