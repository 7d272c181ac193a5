import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator } from '@playwright/test';
import { type Application, goTo, launchWith, takePictures } from './support/application.ts';
import { answerOpenDialog, dropFiles } from './support/dialogs.ts';
import { messy, suspiciousCode, writeLongRoster, writeMessyRoster } from './support/rosters.ts';
import { test } from './support/test.ts';

let app: Application;
let roster: string;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  app = await launchWith({ district: '钱塘', sample: false });
  roster = await writeMessyRoster(app.folder);
});
test.afterAll(async () => {
  await app.electron.close();
});

/** Number that a tab of the checking step shows, such as 新增 4. */
function tab(word: string, count: number): Locator {
  return app.page.getByRole('tab', { name: `${word} ${count}`, exact: true });
}

async function next(): Promise<void> {
  await app.page.getByRole('button', { name: '下一步' }).click();
}

test('a cancelled file dialog changes nothing', async () => {
  await goTo(app, '名册交换');
  await answerOpenDialog(app, []);
  await app.page.getByRole('button', { name: '选择文件' }).click();
  await expect(app.page.getByText('还没有导入记录')).toBeVisible();
  await expect(app.page.getByRole('heading', { level: 1 })).toHaveText('名册交换');
});

test('a file that is no workbook is refused with the reason, and so is one that is gone', async () => {
  const { page } = app;
  const path = join(app.folder, '通知.xlsx');
  writeFileSync(path, '这不是工作簿');
  await answerOpenDialog(app, [path]);
  await page.getByRole('button', { name: '选择文件' }).click();
  await expect(page.getByText('通知.xlsx 没有读出来')).toBeVisible();
  await takePictures(app, '09-import-refused');
  await answerOpenDialog(app, [join(app.folder, '已删除.xlsx')]);
  await page.getByRole('button', { name: '选择文件' }).click();
  await expect(page.getByRole('dialog')).toContainText('已删除.xlsx');
  await page.getByRole('dialog').getByRole('button', { name: '知道了' }).click();
});

test('a messy roster is dropped, understood, mapped, decided, written and receipted', async () => {
  const { page } = app;
  await dropFiles(app, [roster]);
  await expect(page.getByText('表头在第 4 行')).toBeVisible();
  await expect(page.getByText('7 行数据')).toBeVisible();
  await page.getByText(/表中另有 \d+ 行不是数据/).click();
  await expect(page.getByText('合计行')).toBeVisible();
  await expect(page.getByText('注释或签字')).toBeVisible();
  await expect(page.getByText('有 1 列名称相近但没有自动对应')).toBeVisible();
  await takePictures(app, '10-import-1-mapping');
  await page.getByRole('button', { name: '采用“主导产品”' }).click();
  await next();

  await expect(tab('全部', 7)).toBeVisible();
  await expect(tab('新增', 5)).toBeVisible();
  await expect(tab('需确认', 1)).toBeVisible();
  await expect(tab('错误', 1)).toBeVisible();
  await expect(tab('忽略', 1)).toBeVisible();
  await takePictures(app, '10-import-2-check');
  await tab('错误', 1).click();
  await expect(page.getByRole('row', { name: new RegExp(messy.damaged) })).toContainText('C8');
  await tab('需确认', 1).click();
  const doubtful = page.getByRole('row', { name: new RegExp(messy.suspicious) });
  await expect(doubtful).toContainText(suspiciousCode(100_005));
  await takePictures(app, '10-import-3-confirm-row');
  await doubtful.getByRole('button', { name: '确认保留' }).click();
  await expect(page.getByRole('tab', { name: '需确认 0', exact: true })).toBeVisible();
  await next();

  await expect(page.getByText('确认后写入台账 5 行：新增 5 行。')).toBeVisible();
  await expect(page.getByText('1 行有错误，这次不写入')).toBeVisible();
  await takePictures(app, '10-import-4-summary');
  await page.getByRole('button', { name: '上一步' }).click();
  await expect(tab('新增', 5)).toBeVisible();
  await next();
  await page.getByRole('button', { name: '确认导入' }).click();
  await expect(page.getByText('导入完成')).toBeVisible();
  await takePictures(app, '10-import-5-receipt');
});

test('the ledger holds what the roster said, in clean form', async () => {
  const { page } = app;
  await page.getByRole('button', { name: '去看企业台账' }).click();
  const rows = page.getByRole('row');
  for (const name of [...messy.firms, messy.suspicious])
    await expect(rows.filter({ hasText: name })).toHaveCount(1);
  await expect(rows.filter({ hasText: messy.damaged })).toHaveCount(0);
  await expect(rows.filter({ hasText: messy.suspicious })).toContainText('存疑');
  await expect(rows.filter({ hasText: messy.firms[2] })).toContainText('下沙街道');
  await rows.filter({ hasText: messy.firms[0] }).getByText(messy.firms[0]).dblclick();
  await expect(page.getByRole('heading', { level: 1, name: messy.firms[0] })).toBeVisible();
  await expect(page.getByText('压力仪表')).toBeVisible();
  await expect(page.getByText('1,200万元')).toBeVisible();
  await expect(page.getByText(`导入 ${messy.fileName} · 企业名册 第 5 行`)).toBeVisible();
  await takePictures(app, '10-import-6-imported-firm');
});

test('the same roster again says 无变化 and offers nothing to write', async () => {
  const { page } = app;
  await goTo(app, '名册交换');
  await answerOpenDialog(app, [roster]);
  await page.getByRole('button', { name: '选择文件' }).click();
  await expect(page.getByText('这个文件以前导入过')).toBeVisible();
  await expect(page.getByText('各列沿用上次对同样表头确认的对应')).toBeVisible();
  await expect(page.getByRole('button', { name: '采用“主导产品”' })).toHaveCount(0);
  await takePictures(app, '10-import-7-remembered');
  await next();
  await expect(tab('无变化', 5)).toBeVisible();
  await expect(tab('新增', 0)).toBeVisible();
  await next();
  await expect(page.getByText('没有需要写入的内容，无需确认导入。')).toBeVisible();
  await expect(page.getByRole('button', { name: '确认导入' })).toBeDisabled();
  await takePictures(app, '10-import-8-nothing-new');
  await page.getByRole('button', { name: '放弃', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: '放弃', exact: true }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('名册交换');
});

test('撤销本次导入 takes every firm of it back and is written down', async () => {
  const { page } = app;
  await takePictures(app, '11-import-history');
  await page.getByRole('button', { name: '撤销本次导入' }).click();
  await takePictures(app, '11-import-undo');
  await page.getByRole('dialog').getByLabel('原因').fill('街道报错了表');
  await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click();
  await expect(page.getByText('已撤销', { exact: true })).toBeVisible();
  await goTo(app, '企业台账');
  await expect(page.getByText('台账里还没有企业')).toBeVisible();
  await goTo(app, '变更历史');
  await expect(page.getByRole('row', { name: /街道报错了表/ })).toBeVisible();
});

test('a running import can be cancelled and leaves nothing behind', async () => {
  const { page } = app;
  await goTo(app, '名册交换');
  const files = Array.from({ length: 6 }, (_, index) =>
    writeLongRoster(app.folder, `长名册${index + 1}.csv`, 20_000),
  );
  await answerOpenDialog(app, files);
  await page.getByRole('button', { name: '选择文件' }).click();
  await page.getByRole('status').getByRole('button', { name: '取消' }).click();
  await expect(page.getByRole('status').getByText('正在读取名册')).toHaveCount(0);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('名册交换');
  await expect(page.getByRole('button', { name: '选择文件' })).toBeEnabled();
  await goTo(app, '企业台账');
  await expect(page.getByText('台账里还没有企业')).toBeVisible();
});
