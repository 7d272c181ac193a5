import { expect } from '@playwright/test';
import { goTo, launchWith, takePictures } from './support/application.ts';
import { pick } from './support/forms.ts';
import { test } from './support/test.ts';

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

test('走访与诉求: a planned visit is made, its request is answered and closed, a firm is left in peace', async () => {
  const app = await launchWith({ district: '钱塘', sample: true });
  const { page } = app;
  await goTo(app, '企业服务');
  await page.getByRole('tab', { name: '走访' }).click();
  await expect(page.getByText(/已走访 \d+ 次，本年走访 \d+ 家/)).toBeVisible();
  await takePictures(app, '49-visits');

  const waiting = page.getByRole('row').filter({ hasText: '逾期未访' }).first();
  const firm = (await waiting.getByRole('link').first().textContent()) ?? '';
  await waiting.getByRole('button', { name: /登\s?记/ }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('走访日期').fill('2026-07-01');
  await dialog.getByLabel('走访日期').press('Enter');
  await dialog.getByLabel('走访人员').fill('王科长、李某');
  await dialog.getByLabel('走访情况').fill('订单饱满，扩产缺厂房');
  await takePictures(app, '49-visit-form');
  await dialog.getByRole('button', { name: /保\s?存/ }).click();
  await expect(page.getByText('已保存')).toBeVisible();

  await page.getByLabel('按企业名称或代码筛选').fill(firm);
  const made = page.getByRole('row').filter({ hasText: '王科长、李某' });
  await expect(made).toBeVisible();
  await made.getByRole('button', { name: '加诉求' }).click();
  await expect(dialog.getByLabel('提出日期')).toHaveValue('2026-07-01');
  await pick(page, dialog.getByLabel('诉求类别'), '用地用房');
  await dialog.getByLabel('诉求内容').fill('扩产需要厂房 3000 平方米');
  await dialog.getByLabel('责任单位').fill('区规划资源分局');
  await dialog.getByRole('button', { name: /保\s?存/ }).click();
  await expect(dialog).toBeHidden();

  await page.getByRole('tab', { name: '诉求' }).click();
  await expect(page.getByText(/诉求 \d+ 件，已办结 \d+ 件（按期 \d+ 件）/)).toBeVisible();
  await takePictures(app, '49-requests');
  await page.getByLabel('按企业名称或代码筛选').fill(firm);
  const request = page.getByRole('row').filter({ hasText: '扩产需要厂房 3000 平方米' });
  await request.getByRole('button', { name: /办\s?理/ }).click();
  await dialog.getByLabel('办结日期').fill('2026-08-01');
  await dialog.getByLabel('办结日期').press('Enter');
  await dialog.getByRole('button', { name: /保\s?存/ }).click();
  await expect(page.getByText('办结的诉求须写明办理情况')).toBeVisible();
  await page.getByRole('button', { name: '知道了' }).click();
  await dialog.getByLabel('办理情况').fill('已推荐医药港标准厂房，企业签约');
  await dialog.getByRole('button', { name: /保\s?存/ }).click();
  await expect(request).toContainText('已办结');

  await request.getByRole('link').first().click();
  await expect(page.getByRole('tab', { name: '走访诉求', selected: true })).toBeVisible();
  await expect(page.getByRole('row').filter({ hasText: '王科长、李某' })).toBeVisible();
  await page.getByRole('button', { name: '登记免打扰' }).click();
  await page.getByLabel('原因').fill('企业来电要求');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /登\s?记/ })
    .click();
  await expect(page.getByText(/起免打扰：企业来电要求/)).toBeVisible();
  await takePictures(app, '49-firm-services');
  await app.electron.close();
});
