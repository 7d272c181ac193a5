import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { goTo, launch, launchWith, scratchFolder, takePictures } from './support/application.ts';
import { test } from './support/test.ts';

test('备份与恢复: a copy is made, one is kept elsewhere, and the ledger goes back to it', async () => {
  const app = await launchWith({ district: '钱塘', sample: true });
  const { page } = app;
  await goTo(app, '备份与恢复');
  await expect(page.getByText('还没有备份', { exact: true })).toBeVisible();
  await page.getByRole('button', { name: '立即备份' }).click();
  await expect(page.getByRole('row', { name: /手工/ })).toHaveCount(1);
  await takePictures(app, '40-backups');

  const elsewhere = join(app.folder, '另存.sqlite');
  await app.electron.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath });
  }, elsewhere);
  await page.getByRole('button', { name: '另存一份' }).click();
  await expect(page.getByText('已另存并核验：另存.sqlite')).toBeVisible();

  await goTo(app, '设置');
  await page.getByRole('button', { name: '移除示例数据' }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /移\s?除/ })
    .click();
  await expect(page.getByText('已移除示例企业 120 家')).toBeVisible();

  await goTo(app, '备份与恢复');
  await page
    .getByRole('row', { name: /手工/ })
    .getByRole('button', { name: /恢\s?复/ })
    .click();
  await expect(page.getByRole('dialog')).toContainText('恢复前');
  await takePictures(app, '41-restore-question');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /恢\s?复/ })
    .click();
  await expect(page.getByText('台账已恢复')).toBeVisible();
  await expect(page.getByText('当前含示例数据 120 家')).toBeVisible();
  await expect(page.getByRole('row', { name: /恢复前/ })).toHaveCount(1);
  await goTo(app, '变更历史');
  await expect(page.getByRole('row', { name: /从备份恢复/ })).toBeVisible();
  await app.electron.close();

  const another = await launch(scratchFolder());
  await another.electron.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, elsewhere);
  await another.page.getByRole('button', { name: '换了电脑？从备份文件恢复' }).click();
  await another.page
    .getByRole('dialog')
    .getByRole('button', { name: /恢\s?复/ })
    .click();
  await expect(another.page.getByText('当前含示例数据 120 家')).toBeVisible();
  await another.electron.close();
});

test('a ledger that cannot be opened says why and goes back to a copy; the damaged file is kept', async () => {
  const app = await launchWith({ district: '钱塘', sample: true });
  await goTo(app, '备份与恢复');
  await app.page.getByRole('button', { name: '立即备份' }).click();
  await expect(app.page.getByRole('row', { name: /手工/ })).toHaveCount(1);
  await app.electron.close();
  const place = join(app.folder, '台账.sqlite');
  writeFileSync(place, readFileSync(place).fill(7, 0, 4096));

  const damaged = await launch(app.folder);
  await expect(damaged.page.getByRole('heading', { name: '梯度131 没有打开台账' })).toBeVisible();
  await expect(damaged.page.getByText('也可以恢复到一份备份')).toBeVisible();
  await takePictures(damaged, '42-damaged');
  await damaged.page
    .getByRole('row', { name: /手工/ })
    .getByRole('button', { name: /恢\s?复/ })
    .click();
  await damaged.page
    .getByRole('dialog')
    .getByRole('button', { name: /恢\s?复/ })
    .click();
  await expect(damaged.page.getByText('当前含示例数据 120 家')).toBeVisible();
  expect(readdirSync(app.folder).filter((name) => name.includes('.corrupt-')).length).toBeGreaterThan(0);
  await damaged.electron.close();
});
