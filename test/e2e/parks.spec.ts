import { expect } from '@playwright/test';
import { goTo, launchWith, takePictures } from './support/application.ts';
import { pick } from './support/forms.ts';
import { test } from './support/test.ts';

test('平台载体: compared, a platform described, an own park entered, known to firms, on paper', async () => {
  const app = await launchWith({ district: '钱塘', sample: true });
  const { page } = app;
  await goTo(app, '平台载体');
  await expect(page.getByText(/平台载体 7 个，企业 \d+ 家/)).toBeVisible();
  await takePictures(app, '60-parks');

  await page.getByRole('button', { name: '综合保税区' }).click();
  const drawer = page.getByRole('dialog', { name: '综合保税区', exact: true });
  await expect(drawer.getByText('未登记')).toBeVisible();
  await drawer.getByRole('button', { name: /登\s?记/ }).click();
  const form = page.getByRole('dialog', { name: /登记平台载体/ });
  await pick(page, form.getByLabel('类型'), '产业平台');
  await form.getByLabel('主导产业').fill('保税研发');
  await form.getByLabel('建筑面积（平方米）').fill('320000');
  await takePictures(app, '61-park-form');
  await form.getByRole('button', { name: /保\s?存/ }).click();
  await expect(form).toBeHidden();
  await expect(drawer.getByText('320,000 平方米')).toBeVisible();
  await takePictures(app, '62-park');
  await drawer
    .getByRole('button', { name: /关\s?闭/ })
    .first()
    .click();

  await page.getByRole('button', { name: '新增平台载体' }).click();
  const fresh = page.getByRole('dialog', { name: '新增平台载体' });
  await fresh.getByLabel('名称').fill('河庄小微企业园');
  await fresh.getByLabel('名册里的其他写法').fill('河庄园区');
  await pick(page, fresh.getByLabel('类型'), '小微企业园');
  await fresh.getByLabel('星级或级别').fill('四星级');
  await fresh.getByRole('button', { name: /保\s?存/ }).click();
  await expect(page.getByRole('row').filter({ hasText: '河庄小微企业园' })).toContainText('四星级');

  await page.getByRole('link', { name: '情况表' }).click();
  await expect(page.getByRole('radio', { name: /平台载体情况表/ })).toBeChecked();
  await expect(page.locator('.reports-pages canvas, .reports-pages img').first()).toBeVisible();
  await takePictures(app, '63-parks-report');
  await app.electron.close();
});
