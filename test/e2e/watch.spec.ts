import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { type Application, goTo, launch, launchWith, takePictures } from './support/application.ts';
import { answerOpenDialog } from './support/dialogs.ts';
import { test } from './support/test.ts';

let app: Application;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  app = await launchWith({ district: '钱塘', sample: false });
});
test.afterAll(async () => {
  await app.electron.close();
});

const inbox = () => join(app.folder, '街道报送');
const roster = (name: string) => `企业名称,所属街道\n${name},白杨街道\n`;
const drafts = (page: Page) => page.getByRole('region', { name: '未完成的导入' });

test('files put into the watched folder wait as unfinished imports; nothing is written by itself', async () => {
  const { page } = app;
  mkdirSync(inbox());
  writeFileSync(join(inbox(), '白杨街道.csv'), roster('杭州先到有限公司'));
  await goTo(app, '名册交换');
  await answerOpenDialog(app, [inbox()]);
  await page.getByRole('button', { name: '指定文件夹' }).click();
  const panel = page.getByRole('region', { name: '监看文件夹' });
  await expect(panel).toContainText('街道报送');
  await expect(drafts(page)).toContainText('白杨街道.csv');
  writeFileSync(join(inbox(), '下沙街道.csv'), roster('杭州后到有限公司'));
  writeFileSync(join(inbox(), '通知.xlsx'), '这不是工作簿');
  writeFileSync(join(inbox(), '~$下沙街道.xlsx'), '打开着');
  await expect(drafts(page)).toContainText('下沙街道.csv');
  await expect(panel).toContainText('通知.xlsx 没有读出来');
  await takePictures(app, '11-watched-folder');
  await expect(page.getByText('还没有导入记录')).toBeVisible();
  await goTo(app, '企业台账');
  await expect(page.getByText('台账里还没有企业')).toBeVisible();
});

test('after a restart the folder is still watched, and what was seen is not read again', async () => {
  await app.electron.close();
  writeFileSync(join(inbox(), '义蓬街道.csv'), roster('杭州夜里到有限公司'));
  app = await launch(app.folder);
  const { page } = app;
  await goTo(app, '名册交换');
  await expect(drafts(page)).toContainText('义蓬街道.csv');
  await expect(drafts(page).getByRole('button', { name: '继续处理' })).toHaveCount(3);
  renameSync(inbox(), `${inbox()}（移走）`);
  await page.getByRole('button', { name: '停止监看' }).click();
  await expect(page.getByRole('button', { name: '指定文件夹' })).toBeVisible();
  await expect(drafts(page).getByRole('button', { name: '继续处理' })).toHaveCount(3);
});
