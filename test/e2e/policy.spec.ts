import { join } from 'node:path';
import { expect } from '@playwright/test';
import { goTo, launchWith, takePictures } from './support/application.ts';
import { answerSaveDialog } from './support/dialogs.ts';
import { readPdf, readWorkbook } from './support/papers.ts';
import { test } from './support/test.ts';

test('政策库: a clause is read and tried, another figure is reckoned, an overlap rule is set and taken back', async () => {
  const app = await launchWith({ district: '钱塘', sample: true });
  const { page } = app;
  await goTo(app, '政策库');
  await expect(page.getByText('起始日待定')).toBeVisible();
  await page.getByRole('textbox', { name: '查找条款' }).fill('第四部分第2条');
  const rule = page.getByRole('article');
  await expect(rule.getByText('省级专精特新').first()).toBeVisible();
  await expect(rule.getByText(/^共 \d+ 家/)).toBeVisible();
  await takePictures(app, '50-policy-clause');
  await rule.getByRole('button', { name: '试算' }).click();
  await expect(rule.getByText(/^缺少：/)).toBeVisible();
  await takePictures(app, '51-policy-trial');

  await page.getByRole('tab', { name: '政策测算' }).click();
  await page.getByRole('combobox', { name: '假设哪些数额' }).click();
  await page
    .getByTitle(/省级.*20万元/)
    .first()
    .click();
  await page.keyboard.press('Escape');
  await page.getByRole('textbox', { name: /^假设/ }).fill('30万元');
  await page.getByRole('button', { name: '测算', exact: true }).click();
  await expect(page.getByText(/金额有变化的企业 [1-9]\d* 家/)).toBeVisible();
  await takePictures(app, '52-policy-what-if');
  await page.getByRole('link', { name: '预览与打印' }).click();
  await expect(page.getByRole('img', { name: '第 1 页' })).toBeVisible();
  await takePictures(app, '52-policy-what-if-paper');
  const pdf = join(app.folder, '对比.pdf');
  await answerSaveDialog(app, pdf);
  await page.getByRole('button', { name: '导出 PDF' }).click();
  await expect(page.getByText('已保存 对比.pdf')).toBeVisible();
  const text = (await readPdf(pdf)).map((each) => each.text).join('');
  expect(text).toMatch(/省级专精特新中小企业奖励.*20万元.*30万元/);
  expect(text).toContain('测算不改动台账');
  const workbook = join(app.folder, '对比.xlsx');
  await answerSaveDialog(app, workbook);
  await page.getByRole('button', { name: '导出 Excel' }).click();
  await expect(page.getByText('已保存 对比.xlsx')).toBeVisible();
  expect((await readWorkbook(workbook)).length).toBeGreaterThanOrEqual(4);
  await goTo(app, '政策库');

  await page.getByRole('tab', { name: '从优从高不重复' }).click();
  await page.getByRole('combobox', { name: '梯度认定奖励的结果' }).click();
  await page.locator('.ant-select-item-option').filter({ hasText: '取最高' }).click();
  await page.getByRole('button', { name: /保\s?存/ }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('区里会议纪要');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /保\s?存/ })
    .click();
  await expect(page.getByText('本区另定')).toBeVisible();
  await takePictures(app, '53-policy-overlap');
  await app.electron.close();
});
