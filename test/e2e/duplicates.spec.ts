import { expect } from '@playwright/test';
import { goTo, launchWith, openAddress, takePictures } from './support/application.ts';
import { test } from './support/test.ts';

test('重复企业: two records of one name side by side, merged into one, and in the history', async () => {
  const app = await launchWith({ district: '钱塘', sample: true });
  const { page } = app;
  for (const [contact, product] of [
    ['张三', '精密齿轮'],
    ['李四', null],
  ] as const) {
    await openAddress(app, '/firms/new');
    await page.getByLabel('企业名称').fill('杭州两份登记有限公司');
    await page.getByLabel('联系人').fill(contact);
    if (product !== null) await page.getByLabel('主导产品').fill(product);
    await page
      .getByRole('button', { name: /保\s?存/ })
      .first()
      .click();
    await expect(page.getByRole('heading', { level: 1, name: '杭州两份登记有限公司' })).toBeVisible();
  }
  await goTo(app, '重复企业');
  await expect(page.getByText(/可能重复的 \d+ 对/)).toBeVisible();
  const row = page.getByRole('row').filter({ hasText: '杭州两份登记有限公司' });
  await expect(row).toBeVisible();
  await takePictures(app, '47-duplicates');
  await row.getByRole('button', { name: '对照合并' }).click();
  await expect(page.getByRole('heading', { level: 2, name: '内容不一致，选用哪个' })).toBeVisible();
  await page.getByRole('radio', { name: /李\*?四?/ }).check();
  await takePictures(app, '48-merge');
  await page.getByRole('button', { name: /合\s?并/, exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /合\s?并/ })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: '杭州两份登记有限公司' })).toBeVisible();
  await goTo(app, '重复企业');
  await expect(page.getByRole('row').filter({ hasText: '杭州两份登记有限公司' })).toHaveCount(0);
  await goTo(app, '变更历史');
  await expect(page.getByRole('row').filter({ hasText: '合并企业' })).toBeVisible();
  await app.electron.close();
});

test('迁移与注销: what follows is said before, and the firm is 注销 afterwards', async () => {
  const app = await launchWith({ district: '钱塘', sample: true });
  const { page } = app;
  await openAddress(app, '/firms/1');
  await page.getByRole('button', { name: '迁移与注销' }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByText(/不计入当前有效；累计认定不变/)).toBeVisible();
  await dialog.getByLabel('事项').click();
  await page.getByTitle('注销', { exact: true }).click();
  await expect(dialog.getByText(/从次日起不计入当前有效/)).toBeVisible();
  await dialog.getByLabel('依据（登记机关通知、文号）').fill('登记机关通知');
  await takePictures(app, '49-move');
  await dialog.getByRole('button', { name: /登\s?记/ }).click();
  await expect(page.getByText('已登记注销，可在历史中撤销')).toBeVisible();
  await expect(page.getByText(/^注销 · /)).toBeVisible();
  await expect(page.getByText(/\d{4}-\d{2}-\d{2} 注销，登记机关通知/)).toBeVisible();
  await app.electron.close();
});

test('拆分: what is ticked goes to a firm of its own, and 撤销 puts it back', async () => {
  const app = await launchWith({ district: '钱塘', sample: true });
  const { page } = app;
  await openAddress(app, '/firms/1');
  await expect(page.getByRole('tab', { name: /^梯度 \d+$/ })).toBeVisible();
  await page.getByRole('button', { name: '拆分' }).click();
  const dialog = page.getByRole('dialog', { name: /^拆分企业/ });
  await expect(dialog.getByText('称号事件')).toBeVisible();
  await dialog.getByLabel('另一家的企业名称').fill('示例拆出电子有限公司');
  await dialog.getByLabel('统一社会信用代码').fill('12345');
  await expect(dialog.getByText(/应为 18 位/)).toBeVisible();
  await dialog.getByLabel('统一社会信用代码').fill('');
  await dialog.getByRole('checkbox', { disabled: false }).first().check();
  await takePictures(app, '34-split');
  await dialog.getByRole('button', { name: /拆\s?分/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('示例拆出电子有限公司');
  await expect(page.getByRole('tab', { name: '梯度 1' })).toBeVisible();
  await page.getByRole('tab', { name: '历史' }).click();
  await page
    .getByRole('listitem')
    .filter({ hasText: '拆分企业' })
    .getByRole('button', { name: /^撤销/ })
    .first()
    .click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click();
  await expect(page.getByText('找不到要查看的内容')).toBeVisible();
  await app.electron.close();
});
