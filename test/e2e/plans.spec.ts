import { expect } from '@playwright/test';
import { goTo, launchWith, openAddress, takePictures } from './support/application.ts';
import { test } from './support/test.ts';

test('一企一策: from 对标诊断 a file with contact, a measure, its progress; the list and the paper', async () => {
  const app = await launchWith({ district: '钱塘', sample: true });
  const { page } = app;
  await goTo(app, '对标诊断');
  await page
    .getByRole('link', { name: /的一企一策$/ })
    .first()
    .click();
  await expect(page.getByRole('heading', { level: 1, name: /^一企一策 · / })).toBeVisible();
  await goTo(app, '一企一策');
  await page.getByRole('row').filter({ hasText: '示例' }).last().getByRole('link').click();
  await expect(page.getByRole('heading', { level: 2, name: '培育措施' })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: '短板' })).toBeVisible();
  await takePictures(app, '44-plan');

  await page.getByRole('button', { name: '添加措施' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('短板').fill('研发投入');
  await form.getByLabel('措施').fill('建立研发辅助账');
  await form.getByLabel('责任人').fill('王五');
  await form.getByLabel('完成时限').fill('2026-01-31');
  await form.getByLabel('完成时限').press('Enter');
  await form.getByRole('button', { name: /保\s?存/ }).click();
  await expect(page.getByText('措施已保存')).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: '建立研发辅助账' });
  await expect(row).toContainText('逾期');
  await row.getByRole('button', { name: '登记进展' }).click();
  await page.getByRole('dialog').getByLabel('进展', { exact: true }).fill('已走访');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /保\s?存/ })
    .click();
  await expect(row).toContainText('王五：已走访');

  await goTo(app, '一企一策');
  await expect(page.getByText(/未明确一对一联系人/)).toBeVisible();
  const first = page.getByRole('row').filter({ hasText: '逾期 1 项' }).first();
  await expect(first).toBeVisible();
  await takePictures(app, '45-plans');
  await page.getByLabel('只看有逾期措施的').click();
  await expect(page.getByLabel('只看有逾期措施的')).toBeChecked();
  await first.getByRole('checkbox').check();
  await page.getByRole('button', { name: '预览与打印' }).click();
  await expect(page.getByRole('img', { name: '第 1 页' })).toBeVisible({ timeout: 20_000 });
  await takePictures(app, '46-plan-paper');

  await openAddress(app, '/plans/120');
  await page
    .getByRole('button', { name: /建\s?档/ })
    .first()
    .click();
  const opening = page.getByRole('dialog');
  await expect(opening.getByText('建档日期（按这一天的数据和标准诊断）')).toBeVisible();
  await opening.getByLabel('一对一联系人（本单位）').fill('李四');
  await opening.getByRole('button', { name: /建\s?档/ }).click();
  await expect(page.getByText('已建档，短板由对标诊断带入')).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: '短板' })).toBeVisible();
  await app.electron.close();
});
