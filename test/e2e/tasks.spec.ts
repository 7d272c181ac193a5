import { expect } from '@playwright/test';
import { goTo, launchWith, takePictures } from './support/application.ts';
import { pick } from './support/forms.ts';
import { test } from './support/test.ts';

test('任务分工: figures of the ledger, an entry with a figure of the unit, time limits of several tasks, undone', async () => {
  const app = await launchWith({ district: '钱塘', sample: true });
  const { page } = app;
  await goTo(app, '任务分工');
  await expect(page.getByText(/任务 31 项：已完成 \d+ 项/)).toBeVisible();
  await takePictures(app, '56-tasks');

  await page.getByRole('button', { name: '科技成果转化' }).click();
  const drawer = page.getByRole('dialog', { name: '科技成果转化' });
  await expect(drawer.getByText('区财政局、各平台、各街道、区产业集团')).toBeVisible();
  await takePictures(app, '57-task');
  await drawer.getByRole('button', { name: '登记进展' }).click();
  const form = page.getByRole('dialog', { name: /登记进展/ });
  await pick(page, form.getByLabel('填报单位'), '区发展改革局');
  await form.getByRole('textbox', { name: '进展' }).fill('上半年转化 12 项成果');
  await form.getByLabel('已完成').check();
  await form.getByLabel('转化成果（累计，项）').fill('12');
  await takePictures(app, '58-task-note');
  await form.getByRole('button', { name: /保\s?存/ }).click();
  await expect(drawer.getByRole('list', { name: '进展' })).toContainText('上半年转化 12 项成果');
  await expect(drawer.getByText('12 项', { exact: true })).toBeVisible();
  await drawer
    .getByRole('button', { name: /关\s?闭/ })
    .first()
    .click();
  await expect(drawer).toBeHidden();
  await expect(page.getByRole('row').filter({ hasText: '科技成果转化' })).toContainText('已完成');

  // A drawer that closes gives the focus back a moment later, which folds the list up.
  await expect(async () => {
    await page.getByRole('combobox', { name: '责任单位' }).click();
    await page.getByTitle('区商务局').click({ timeout: 2000 });
  }).toPass();
  await expect(page.getByRole('row').filter({ hasText: '链长制推行' })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: '科技成果转化' })).toHaveCount(0);
  await page.getByRole('checkbox', { name: 'Select all' }).first().check();
  await page.getByRole('button', { name: /设置时限（\d+ 项）/ }).click();
  const plan = page.getByRole('dialog', { name: /设置时限/ });
  await plan.getByLabel('完成时限').fill('2026-10-31');
  await plan.getByLabel('完成时限').press('Enter');
  await plan.getByLabel('督办人').fill('李主任');
  await plan.getByRole('button', { name: /保\s?存/ }).click();
  await expect(page.getByText(/已设置 \d+ 项/)).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: '产业链图谱和清单' })).toContainText('2026-10-31');

  await page.getByRole('button', { name: '督办单' }).click();
  await expect(page.getByText(/共 \d+ 页/)).toBeVisible();
  await takePictures(app, '59-supervision');
  await page.getByRole('radio', { name: '任务分工进度表' }).click();
  await expect(page.getByRole('radio', { name: '任务分工进度表' })).toBeChecked();
  await expect(page.getByText(/共 \d+ 页/)).toBeVisible();
  await expect(page.locator('.reports-pages canvas, .reports-pages img').first()).toBeVisible();
  await takePictures(app, '59-tasks-report');

  await goTo(app, '变更历史');
  await expect(page.getByRole('row').filter({ hasText: '设置任务时限' }).first()).toBeVisible();
  await app.electron.close();
});
