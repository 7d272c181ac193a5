import { spawnSync } from 'node:child_process';
import { expect } from '@playwright/test';
import { readRuntime } from '#build/setup/runtime.mjs';
import {
  createLedger,
  goTo,
  killDataProcess,
  launch,
  launchArguments,
  launchWith,
  loadSample,
  scratchFolder,
  takePictures,
} from './support/application.ts';
import { test } from './support/test.ts';

test('a restart keeps district, firms and history', async () => {
  const folder = scratchFolder();
  const first = await launchWith({ district: '滨江', sample: true, folder });
  await first.electron.close();
  const second = await launch(folder);
  await expect(second.page.locator('.top-bar-district')).toHaveText('滨江区');
  await expect(second.page.getByText('当前含示例数据 120 家')).toBeVisible();
  await goTo(second, '变更历史');
  await expect(second.page.getByRole('row', { name: /载入示例数据/ })).toBeVisible();
  await second.electron.close();
});

test('a data process that dies is started again: the page says so and goes on', async () => {
  const app = await launch(scratchFolder());
  await createLedger(app, '钱塘');
  await loadSample(app);
  const { page } = app;
  await killDataProcess(app);
  await expect(page.getByText('数据服务中断，正在自动恢复')).toBeVisible();
  await expect(page.getByText('数据服务已恢复')).toBeVisible();
  await takePictures(app, '24-restored');
  await expect(page.getByText('数据服务中断，正在自动恢复')).toHaveCount(0);
  await goTo(app, '企业台账');
  await expect(page.getByText('共 120 家，')).toBeVisible();
  await page.keyboard.press('Control+n');
  await page.getByRole('textbox', { name: '企业名称' }).fill('杭州恢复之后有限公司');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 1, name: '杭州恢复之后有限公司' })).toBeVisible();
  await app.electron.close();
});

test('a second start of the same profile ends by itself and leaves one window', async () => {
  const app = await launchWith({ district: '钱塘', sample: false });
  const runtime = readRuntime();
  const second = spawnSync(runtime.electron, launchArguments(app.folder), {
    encoding: 'utf8',
    timeout: 60_000,
  });
  expect(second.status).toBe(0);
  expect(second.stdout).not.toContain('窗口就绪');
  const windows = await app.electron.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length);
  expect(windows).toBe(1);
  await expect(app.page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible();
  await app.electron.close();
});
