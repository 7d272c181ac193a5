import { expect, type Locator } from '@playwright/test';
import { type Application, goTo, launch, launchWith, takePictures } from './support/application.ts';
import { answerOpenDialog, dropFiles } from './support/dialogs.ts';
import { quarrel, writeKnownFirms, writeQuarrelsome } from './support/rosters.ts';
import { test } from './support/test.ts';

let app: Application;
const [first, second, third] = quarrel.known;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  app = await launchWith({ district: '钱塘', sample: false });
});
test.afterAll(async () => {
  await app.electron.close();
});

/** Number that a tab of the checking step shows, such as 冲突 4. */
function tab(word: string, count: number): Locator {
  return app.page.getByRole('tab', { name: `${word} ${count}`, exact: true });
}

function button(name: string): Locator {
  return app.page.getByRole('button', { name, exact: true });
}

/** A row of the list by its number in the file. */
function row(number: number): Locator {
  return app.page.getByRole('row', { name: new RegExp(`^第 ${number} 行`) });
}

/** The row that is open beside the list. */
function drawer(): Locator {
  return app.page.getByRole('dialog').filter({ hasText: '上一行' });
}

async function open(number: number): Promise<void> {
  await row(number).click();
  await expect(drawer().getByText(`第 ${number} 行`, { exact: true })).toBeVisible();
}

/** Closes the row that is open beside the list. */
async function close(): Promise<void> {
  await app.page.keyboard.press('Escape');
  await expect(drawer()).toBeHidden();
}

test('the ledger has some firms, and a street sends more', async () => {
  const { page } = app;
  await goTo(app, '名册交换');
  await dropFiles(app, [writeKnownFirms(app.folder)]);
  await expect(page.getByText('3 行数据')).toBeVisible();
  await button('下一步').click();
  await expect(tab('新增', 3)).toBeVisible();
  await button('下一步').click();
  await button('确认导入').click();
  await expect(page.getByText('导入完成')).toBeVisible();

  await button('继续导入').click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('名册交换');
  await dropFiles(app, [writeQuarrelsome(app.folder)]);
  await expect(page.getByText('7 行数据')).toBeVisible();
  await button('下一步').click();
  await expect(tab('冲突', 4)).toBeVisible();
  await expect(tab('错误', 1)).toBeVisible();
  await expect(tab('变更', 1)).toBeVisible();
  await expect(tab('需确认', 1)).toBeVisible();
  await takePictures(app, '12-decide-1-list');
});

test('a conflict is decided beside the list, shown as decided, and taken back', async () => {
  await tab('冲突', 4).click();
  await open(2);
  await expect(drawer()).toContainText('与本行不同');
  await takePictures(app, '12-decide-2-conflict');
  await drawer()
    .getByRole('button', { name: `是这家企业，代码改为 ${quarrel.otherCode}` })
    .click();
  await expect(tab('冲突', 3)).toBeVisible();
  await expect(drawer()).toContainText('代码改为名册上的');
  await expect(
    drawer()
      .getByRole('row', { name: /统一社会信用代码/ })
      .first(),
  ).toContainText(quarrel.otherCode);
  await takePictures(app, '12-decide-3-decided');
  await drawer().getByRole('button', { name: '收回' }).click();
  await expect(tab('冲突', 4)).toBeVisible();
  await drawer().getByRole('button', { name: '是这家企业，代码以台账为准' }).click();
  await expect(tab('变更', 2)).toBeVisible();
  await close();
});

test('of two rows for one firm the one chosen last counts', async () => {
  await open(5);
  await drawer().getByRole('button', { name: '以这一行为准' }).click();
  await expect(tab('忽略', 1)).toBeVisible();
  await tab('忽略', 1).click();
  await open(6);
  await expect(drawer()).toContainText('同一企业已选用第 5 行');
  await drawer().getByRole('button', { name: '以这一行为准' }).click();
  await expect(drawer()).toContainText('科技园路5号');
  await expect(drawer()).toContainText('以这一行为准');
  await expect(row(5)).toBeVisible();
  await expect(row(6)).toHaveCount(0);
  await close();
});

test('a cell is corrected in place, checked at once, and given back what the street wrote', async () => {
  await tab('错误', 1).click();
  await open(8);
  await drawer().getByRole('button', { name: '改企业名称' }).click();
  await drawer()
    .getByRole('textbox', { name: /企业名称/ })
    .fill('杭州补名模具有限公司');
  await takePictures(app, '12-decide-4-fix');
  await app.page.keyboard.press('Enter');
  await expect(tab('错误', 0)).toBeVisible();
  await expect(drawer()).toContainText('原为“空白”');
  await takePictures(app, '12-decide-5-fixed');
  await drawer().getByRole('button', { name: '恢复企业名称原文' }).click();
  await expect(tab('错误', 1)).toBeVisible();
  await drawer().getByRole('button', { name: '改企业名称' }).click();
  await drawer()
    .getByRole('textbox', { name: /企业名称/ })
    .fill('杭州补名模具有限公司');
  await drawer().getByRole('button', { name: '改好' }).click();
  await expect(tab('错误', 0)).toBeVisible();

  await tab('需确认', 1).click();
  await open(7);
  await drawer()
    .getByRole('button', { name: `改为 ${quarrel.rightCode}` })
    .click();
  await expect(tab('需确认', 0)).toBeVisible();
  await expect(drawer()).toContainText('已改');
  await close();
});

test('the remaining conflicts are decided together, with their number in the question', async () => {
  const { page } = app;
  await button('全部冲突（1 行）').click();
  await page.getByRole('menuitem', { name: '以台账为准' }).click();
  await expect(page.getByRole('dialog', { name: '1 行冲突一律“以台账为准”？' })).toBeVisible();
  await page.getByRole('dialog').getByRole('button', { name: '以台账为准' }).click();
  await expect(page.getByText('这些冲突没有这个选项，或有几种可能，请逐行选定。')).toBeVisible();
  await button('全部冲突（1 行）').click();
  await page.getByRole('menuitem', { name: '全部跳过' }).click();
  await takePictures(app, '12-decide-6-bulk');
  await page.getByRole('dialog').getByRole('button', { name: '全部跳过' }).click();
  await expect(tab('冲突', 0)).toBeVisible();
  await expect(tab('忽略', 2)).toBeVisible();
});

test('ticked rows are left out and brought back together', async () => {
  await tab('新增', 3).click();
  await app.page.getByLabel('勾选第 7 行').check();
  await app.page.getByLabel('勾选第 8 行').check();
  await expect(app.page.getByText('已勾选 2 行')).toBeVisible();
  await takePictures(app, '12-decide-7-ticked');
  await app.page.getByRole('toolbar').getByRole('button', { name: '忽略', exact: true }).click();
  await expect(tab('忽略', 4)).toBeVisible();
  await tab('忽略', 4).click();
  await app.page.getByLabel('勾选第 7 行').check();
  await app.page.getByLabel('勾选第 8 行').check();
  await app.page.getByRole('toolbar').getByRole('button', { name: '恢复' }).click();
  await expect(tab('忽略', 2)).toBeVisible();
});

test('仅更新 leaves new firms out, and a blank erases only where asked', async () => {
  const { page } = app;
  await button('导入方式：新增和更新').click();
  const dialog = page.getByRole('dialog', { name: '导入方式' });
  await dialog.getByRole('radio', { name: '仅更新' }).check();
  await dialog.getByRole('checkbox', { name: '注册地址' }).check();
  await expect(dialog).toContainText('台账里原有的内容会被清空');
  await takePictures(app, '12-decide-8-options');
  await dialog.getByRole('button', { name: '按此重新核对' }).click();
  await expect(button('导入方式：仅更新，空白清空 1 栏')).toBeVisible();
  await expect(tab('新增', 0)).toBeVisible();
  await expect(tab('变更', 2)).toBeVisible();
  await tab('变更', 2).click();
  await open(4);
  await expect(drawer().getByRole('row', { name: '注册地址 学源街3号 清空' })).toBeVisible();
  await takePictures(app, '12-decide-9-erase');
  await close();
});

test('the application is closed in the middle; the draft is gone on with and written', async () => {
  const { folder } = app;
  await app.electron.close();
  app = await launch(folder);
  const { page } = app;
  await goTo(app, '名册交换');
  const drafts = page.getByRole('region', { name: '未完成的导入' });
  await expect(drafts).toContainText('街道补报.csv');
  await takePictures(app, '13-drafts-1');
  await drafts.getByRole('button', { name: '继续处理' }).click();
  await expect(tab('变更', 2)).toBeVisible();
  await button('导入方式：仅更新，空白清空 1 栏').click();
  const dialog = page.getByRole('dialog', { name: '导入方式' });
  await dialog.getByRole('radio', { name: '新增和更新' }).check();
  await dialog.getByRole('button', { name: '按此重新核对' }).click();
  await expect(tab('新增', 3)).toBeVisible();
  await button('下一步').click();
  await expect(page.getByText('空着的“注册地址”会清空台账原有内容')).toBeVisible();
  await takePictures(app, '13-drafts-2-summary');
  await button('确认导入').click();
  await expect(page.getByText('导入完成')).toBeVisible();
  await takePictures(app, '13-drafts-3-receipt');
  await goTo(app, '名册交换');
  await expect(page.getByText('街道补报.csv')).toBeVisible();
  await expect(page.getByRole('region', { name: '未完成的导入' })).toHaveCount(0);
});

test('the ledger holds what was decided, corrected and erased', async () => {
  const { page } = app;
  await goTo(app, '企业台账');
  const firm = (name: string) => page.getByRole('row').filter({ hasText: name });
  await expect(firm(quarrel.mistyped)).toContainText(quarrel.rightCode);
  await expect(firm('杭州补名模具有限公司')).toContainText(quarrel.unnamedCode);
  await expect(firm(quarrel.twice)).toContainText('下沙街道');
  await expect(firm(first)).not.toContainText(quarrel.otherCode);
  await expect(firm(second)).toHaveCount(1);
  await firm(third).getByText(third, { exact: false }).first().dblclick();
  await expect(page.getByRole('heading', { level: 1, name: third })).toBeVisible();
  await expect(page.getByRole('main').getByText('伺服电机')).toBeVisible();
  await expect(page.getByRole('main').getByText('学源街3号')).toHaveCount(0);
});

test('a draft that is not wanted is thrown away after a question', async () => {
  const { page } = app;
  await goTo(app, '名册交换');
  await answerOpenDialog(app, [writeQuarrelsome(app.folder)]);
  await button('选择文件').click();
  await expect(page.getByText('这个文件以前导入过')).toBeVisible();
  await button('稍后继续').click();
  const drafts = page.getByRole('region', { name: '未完成的导入' });
  await drafts.getByRole('button', { name: '放弃' }).click();
  await takePictures(app, '13-drafts-4-discard');
  await page.getByRole('dialog').getByRole('button', { name: '放弃', exact: true }).click();
  await expect(drafts).toHaveCount(0);
});
