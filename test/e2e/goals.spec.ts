import { expect } from '@playwright/test';
import { type Application, goTo, launchWith, takePictures } from './support/application.ts';
import { test } from './support/test.ts';

let app: Application;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  app = await launchWith({ district: '钱塘', sample: true });
});
test.afterAll(async () => {
  await app.electron.close();
});

test('目标分解: a target is split by street, checked against the whole, kept, and taken back', async () => {
  const { page } = app;
  await page.getByRole('button', { name: '国家专精特新“小巨人”目标分解' }).click();
  const drawer = page.getByRole('dialog', { name: /^目标分解/ });
  const inputs = drawer.getByRole('spinbutton');
  await inputs.first().fill('10');
  await expect(drawer.getByText('合计不少于 45 家才能保存')).toBeVisible();
  await expect(drawer.getByRole('button', { name: /保\s?存/ })).toBeDisabled();
  for (const input of await inputs.all()) await input.fill('7');
  await drawer.getByRole('button', { name: /保\s?存/ }).click();
  await expect(page.getByText('已保存，可在变更历史中撤销')).toBeVisible();
  await expect(drawer.getByRole('row').nth(1)).toContainText('%');
  await takePictures(app, '13-goal-split');
  await drawer.getByRole('button', { name: '取消分解' }).click();
  await expect(drawer.getByRole('button', { name: '取消分解' })).toBeHidden();
  await drawer
    .getByRole('button', { name: /关\s?闭/ })
    .first()
    .click();
  await expect(drawer).toBeHidden();
});

test('the baseline of the document is set against the ledger, and progress can be counted from it', async () => {
  const { page } = app;
  await goTo(app, '工作台');
  const row = page.getByRole('row', { name: /省级以上专精特新企业/ });
  await expect(row).toContainText('200（2023 年）');
  await expect(row).toContainText(/台账 \d+ ，少 \d+|台账 \d+，少 \d+/);
  const gap = row.locator('.goal-gap');
  const before = (await gap.textContent()) ?? '';
  await page.getByText('按文件基数加增量计数', { exact: true }).click();
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText('进度＝文件的基数＋台账中其后的增量');
  await dialog.getByRole('textbox', { name: '原因' }).fill('旧名册尚未导入');
  await dialog.getByRole('button', { name: '改变' }).click();
  await expect(page.getByText('已改变，可在变更历史中撤销')).toBeVisible();
  await expect(gap).not.toHaveText(before);
  await row.getByRole('button', { name: '省级以上专精特新企业口径' }).click();
  await expect(page.locator('.goal-definition')).toContainText('基数核对：文件2023年底200家');
  await takePictures(app, '04-goals-counting');
  await page.keyboard.press('Escape');
  await row.getByRole('link', { name: /2023年底台账数/ }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('企业台账');
  await expect(page).toHaveURL(/asOf=2023-12-31/);
});
