import { expect } from '@playwright/test';
import { launch, scratchFolder, takePictures } from './support/application.ts';
import { test } from './support/test.ts';

test('对标诊断: from the nearest firms to one firm, its figures, and a change of them', async () => {
  const app = await launch(scratchFolder());
  const { page } = app;
  await page.getByText('杭州市钱塘区').click();
  await page.getByRole('button', { name: '新建台账' }).click();
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('button', { name: '载入示例数据' }).click();
  await expect(page.getByText(/含示例企业 120 家/)).toBeVisible();

  await page.getByRole('link', { name: '对标诊断' }).click();
  await expect(page.getByText(/按专精特新“小巨人”企业认定标准（2026）对照/)).toBeVisible();
  const first = page.getByRole('row').filter({ hasText: '示例' }).first();
  await expect(first).toBeVisible();
  await takePictures(app, '40-near-miss');

  await first.getByRole('link').first().click();
  await expect(page.getByRole('tab', { name: '诊断' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText(/共 \d+ 项，符合/)).toBeVisible();
  await takePictures(app, '41-firm-diagnosis');
  await page.getByLabel('假设研发费用').fill('1');
  await page.getByRole('button', { name: '试算' }).click();
  await expect(page.getByText(/假设，不写入台账/)).toBeVisible();
  await expect(page.getByRole('row', { name: /研发投入 不符合/ })).toBeVisible();
  await page.getByRole('button', { name: '回到实际数据' }).click();
  await expect(page.getByText(/假设，不写入台账/)).toBeHidden();

  await page.getByRole('tab', { name: '经营数据' }).click();
  await expect(page.getByRole('img', { name: /营业收入：/ })).toBeVisible();
  await takePictures(app, '42-firm-years');
  await page.getByRole('button', { name: '填报 2025 年' }).click();
  const dialog = page.getByRole('dialog');
  await takePictures(app, '43-year-form');
  await dialog.getByLabel('研发费用（万元）').fill('99999999');
  await dialog.getByRole('button', { name: /保\s?存/ }).click();
  await expect(page.getByText('2025 年经营数据已保存')).toBeVisible();
  await expect(page.getByText(/研发费用大于营业收入，请核对/)).toBeVisible();
  await app.electron.close();
});
