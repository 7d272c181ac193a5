import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { xlsxOf } from '#test/builders/rosters/messy-sheet.ts';
import { type Application, goTo, launchWith, openAddress, takePictures } from './support/application.ts';
import { answerSaveDialog, dropFiles } from './support/dialogs.ts';
import { test } from './support/test.ts';

/** A firm of the sample data. */
const firm = '示例钱塘拓辰精密机械有限公司';

let app: Application;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  app = await launchWith({ district: '钱塘', sample: true });
});
test.afterAll(async () => {
  await app.electron.close();
});

const count = (word: string, number: number) =>
  app.page.getByRole('tab', { name: `${word} ${number}`, exact: true });

async function next(): Promise<void> {
  await app.page.getByRole('button', { name: '下一步' }).click();
}

test('a list of projects is known by its title and columns, compared, written with its receipt', async () => {
  const { page } = app;
  const rows = [
    ['2025年度技改项目申报汇总表（单位：万元）'],
    ['序号', '承担单位', '项目名称', '竣工时间', '总投资', '完成投资', '所属产业'],
    [1, firm, '一号产线改造', '2025.6.30', 1200, 800, '集成电路'],
    [2, firm, '无竣工时间的项目', null, 500, 300, '其他'],
    [3, '杭州不在台账有限公司', '二号产线', '2025-06-30', 500, 300, '其他'],
  ];
  const path = join(app.folder, '技改申报.xlsx');
  writeFileSync(path, await xlsxOf([{ name: '汇总', rows, merges: [], hiddenRows: new Set<number>() }]));
  await goTo(app, '名册交换');
  await dropFiles(app, [path]);
  await expect(page.getByText('表名或标题写明“制造业技改项目”').first()).toBeVisible();
  await takePictures(app, '64-projects-mapping');
  await next();
  await expect(count('新增', 1)).toBeVisible();
  await expect(count('错误', 2)).toBeVisible();
  await takePictures(app, '64-projects-check');
  await next();
  await page.getByRole('button', { name: '确认导入' }).click();
  await expect(page.getByText('导入完成')).toBeVisible();
});

test('the projects stand among the awards, leave as a list, and come back as 无变化', async () => {
  const { page } = app;
  await openAddress(app, '/awards?tab=projects');
  await expect(page.getByRole('link', { name: '一号产线改造' })).toBeVisible();
  await takePictures(app, '64-projects-tab');
  const path = join(app.folder, '项目.xlsx');
  await answerSaveDialog(app, path);
  await page.getByRole('button', { name: /导出$/ }).click();
  await expect(page.getByText(/已导出 \d+ 条到“项目.xlsx”/)).toBeVisible();
  await goTo(app, '名册交换');
  await dropFiles(app, [path]);
  await next();
  await expect(count('新增', 0)).toBeVisible();
  await expect(count('变更', 0)).toBeVisible();
  await expect(count('错误', 0)).toBeVisible();
});
