import { expect } from '@playwright/test';
import { launch, scratchFolder, takePictures } from './support/application.ts';
import { numberIn } from './support/tables.ts';
import { test } from './support/test.ts';

test('梯度认定: counts by year, what ends soon, the review cohort and its paper', async () => {
  const app = await launch(scratchFolder());
  const { page } = app;
  await page.getByText('杭州市钱塘区').click();
  await page.getByRole('button', { name: '新建台账' }).click();
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('button', { name: '载入示例数据' }).click();
  await expect(page.getByText(/含示例企业 120 家/)).toBeVisible();

  await page.getByRole('link', { name: '梯度认定' }).click();
  const overview = page.getByRole('table').first();
  await expect(overview).toContainText('国家级专精特新“小巨人”企业');
  await takePictures(app, '20-titles-overview');

  await page.getByRole('tab', { name: '到期提醒' }).click();
  await page.getByText('一年内', { exact: true }).click();
  const soon = page.getByRole('heading', { name: /即将到期 \d+/ });
  await expect(soon).toBeVisible();
  const count = Number(/\d+/.exec((await soon.textContent()) ?? '')?.[0]);
  expect(count).toBeGreaterThan(0);
  await takePictures(app, '21-titles-calendar');
  const updates = page
    .locator('section')
    .filter({ has: page.getByRole('heading', { name: /年度更新未办/ }) });
  const owed = numberIn((await updates.getByRole('heading').textContent())?.replace(/^\d+/, '') ?? '');
  expect(owed).toBeGreaterThan(0);
  await updates.getByRole('row').nth(1).getByRole('checkbox').check();
  await updates.scrollIntoViewIfNeeded();
  await takePictures(app, '21-titles-updates');
  await updates.getByRole('button', { name: '登记已更新（1）' }).click();
  await expect(page.getByText('已登记 1 家')).toBeVisible();
  await expect(updates.getByRole('heading')).toContainText(`未办 ${owed - 1}`);

  await page.getByRole('tab', { name: '年度复核' }).click();
  await expect(page.getByRole('heading', { name: /年到期 \d+ 家次/ })).toBeVisible();
  await takePictures(app, '22-titles-cohort');
  await page.getByRole('link', { name: '打印复核名单' }).click();
  await expect(page.getByText(/共 \d+ 页/)).toBeVisible({ timeout: 60_000 });
  await expect(page.getByRole('img', { name: '第 1 页' })).toBeVisible();
  await takePictures(app, '23-report-reviews');
  await app.electron.close();
});
