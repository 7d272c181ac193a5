import { expect, test } from '@playwright/test';
import { goTo, launchWith, takePictures } from './support/application.ts';

test('企业服务: coverage, firms without 服务专员, assigning, hand-over', async () => {
  const app = await launchWith({ district: '钱塘', sample: true });
  const { page } = app;
  await goTo(app, '企业服务');
  await expect(page.getByText(/有服务专员 \d+ 家，覆盖率/)).toBeVisible();
  await expect(page.getByRole('list', { name: '各街道服务专员覆盖' })).toBeVisible();
  await takePictures(app, '47-services');
  await page.getByLabel('只看未明确的').click();
  const row = page.getByRole('row').filter({ hasText: '未明确' }).first();
  await expect(row).toBeVisible();
  await row.getByRole('checkbox').check();
  await page.getByRole('button', { name: '指定服务专员（1 家）' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('服务专员', { exact: true }).fill('张三');
  await takePictures(app, '48-services-assign');
  await form.getByRole('button', { name: /指\s?定/ }).click();
  await expect(page.getByText('已登记 1 家')).toBeVisible();
  await page.getByLabel('只看未明确的').click();
  await page.getByRole('combobox', { name: '服务专员' }).click();
  await page.getByTitle('张三（1 家）').click();
  await expect(page.getByRole('row').filter({ hasText: '张三' })).toHaveCount(1);
  await page.getByRole('button', { name: /交\s?接/ }).click();
  await expect(page.getByText('张三名下 1 家企业全部转给接手的人')).toBeVisible();
  await app.electron.close();
});
