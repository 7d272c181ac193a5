import { join } from 'node:path';
import { expect, type Locator } from '@playwright/test';
import {
  type Application,
  goTo,
  killDataProcess,
  launchWith,
  openAddress,
  takePictures,
} from './support/application.ts';
import { answerSaveDialog } from './support/dialogs.ts';
import { readPdf, readWorkbook } from './support/papers.ts';
import { numberIn } from './support/tables.ts';
import { test } from './support/test.ts';

let app: Application;

test.beforeAll(async () => {
  app = await launchWith({ district: '钱塘', sample: true });
});
test.afterAll(async () => {
  await app.electron.close();
});

/** The dialog or drawer on top. */
function top(): Locator {
  return app.page.getByRole('dialog').last();
}

async function openTab(tab: string): Promise<void> {
  await openAddress(app, `/awards?year=2024&tab=${tab}`);
  await expect(app.page.getByRole('heading', { level: 1, name: '奖补兑现' })).toBeVisible();
}

/** Fills the dialog of a step and confirms it. */
async function confirmStep(button: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const dialog = top();
  for (const [label, text] of Object.entries(fields)) await dialog.getByLabel(label).fill(text);
  await dialog.getByRole('button', { name: new RegExp(`^${[...button].join('\\s?')}$`) }).click();
  await expect(app.page.getByRole('dialog', { name: new RegExp(`^${button} ·`) })).toHaveCount(0);
}

/** Chooses a day that is not today in the date field of the top dialog. */
async function setDay(label: string, day: string): Promise<void> {
  const field = top().getByLabel(label);
  await field.fill(day);
  await field.press('Tab');
}

/** Saves the paper shown and gives its words and its table. */
async function saveBoth(name: string) {
  const { page, folder } = app;
  await expect(page.getByRole('img', { name: '第 1 页' })).toBeVisible();
  const pdf = join(folder, `${name}.pdf`);
  await answerSaveDialog(app, pdf);
  await page.getByRole('button', { name: '导出 PDF' }).click();
  await expect(page.getByText(`已保存 ${name}.pdf`)).toBeVisible();
  const workbook = join(folder, `${name}.xlsx`);
  await answerSaveDialog(app, workbook);
  await page.getByRole('button', { name: '导出 Excel' }).click();
  await expect(page.getByText(`已保存 ${name}.xlsx`)).toBeVisible();
  const text = (await readPdf(pdf)).map((each) => each.text).join('');
  const [sheet] = await readWorkbook(workbook);
  return { text, header: sheet?.header ?? [] };
}

test('a firm goes from title to payment, and each paper is printed', async () => {
  const { page } = app;
  await openTab('computed');
  await page.locator('.ant-table-tbody tr.ant-table-row').first().getByRole('checkbox').check();
  const firm =
    (await page
      .locator('.ant-table-tbody tr.ant-table-row')
      .first()
      .getByRole('link')
      .first()
      .textContent()) ?? '';
  await takePictures(app, '30-awards-computed');
  await page.getByRole('button', { name: '立项', exact: true }).click();
  await setDay('立项日期', '2024-12-02');
  await confirmStep('立项', { 经办人: '王经办' });
  await page.getByRole('tab', { name: '办理', exact: true }).click();
  // The list of the tab before has a row of this firm too; a click there opens nothing.
  await expect(page.getByText(/勾选多行可成批办理/)).toBeVisible();
  await page.getByRole('row', { name: new RegExp(firm) }).click();
  await expect(top()).toContainText('免申即享');
  await top().getByRole('button', { name: '会审核定' }).click();
  await setDay('办理日期', '2024-12-03');
  await confirmStep('会审核定', { 经办人: '王经办' });
  await expect(top()).toContainText('会审核定');
  await takePictures(app, '31-claim-drawer');
  await top().getByRole('button', { name: '登记账户' }).click();
  await confirmStep('登记', { 开户银行: '某某银行钱塘支行', 账号: '6222000011112222' });
  await expect(page.getByText('************2222')).toBeVisible();

  await openTab('batches');
  await page.getByRole('button', { name: '新建批次' }).click();
  await top().getByLabel('批次名称').fill('第一批');
  await top()
    .getByRole('button', { name: /新\s*建/ })
    .click();
  const batch = page.getByRole('dialog', { name: '第一批' });
  await batch.getByRole('region', { name: '待编入' }).getByRole('checkbox').last().check();
  await batch.getByRole('button', { name: '编入批次' }).click();
  await expect(batch.getByRole('region', { name: '批次名单' })).toContainText(firm);
  await batch.getByRole('button', { name: '锁定名单' }).click();
  await setDay('锁定日期', '2024-12-04');
  await confirmStep('锁定', {});
  await batch.getByRole('button', { name: /公\s*示/ }).click();
  await setDay('公示开始日期', '2024-12-05');
  await expect(page.getByText('公示到 2024-12-11 为止')).toBeVisible();
  await confirmStep('公示', { 受理科室和电话: '企业科 88000000' });
  await expect(batch).toContainText('公示期 2024-12-05 至 2024-12-11');
  await takePictures(app, '32-batch');

  await openTab('claims');
  await page.getByRole('row', { name: new RegExp(firm) }).click();
  await top().getByRole('button', { name: '登记拨付' }).click();
  await setDay('拨付日期', '2024-12-20');
  await confirmStep('登记拨付', { 凭证号: '记-101' });
  await top()
    .getByRole('button', { name: /归\s*档/ })
    .click();
  await setDay('办理日期', '2024-12-25');
  await confirmStep('归档', {});
  await expect(top().getByRole('region', { name: '办理记录' })).toContainText('归档');
  await takePictures(app, '32-claim-archived');
  await openAddress(app, '/reports?kind=notice&year=2024');
  const notice = await saveBoth('公示表');
  expect(notice.text).toContain(firm.replaceAll(/\s/g, ''));
  expect(notice.text).not.toContain('2222');
  expect(notice.header).toEqual(['序号', '企业名称', '所属街道', '奖补事由', '政策依据', '奖补金额']);
  await takePictures(app, '33-notice-paper');
  for (const [kind, word] of [
    ['claims', '兑现汇总表'],
    ['payments', '拨付清单'],
  ] as const) {
    await openAddress(app, `/reports?kind=${kind}&year=2024`);
    const paper = await saveBoth(word);
    expect(paper.text).toContain(word);
    expect(paper.text).toContain('人民币');
    await takePictures(app, `33-${kind}-paper`);
  }
});

test('many claims take a step together; killed in the middle, all of them have taken it or none', async () => {
  const { page } = app;
  await openTab('computed');
  await page.getByRole('button', { name: '全选未立项' }).click();
  await page.getByRole('button', { name: '立项', exact: true }).click();
  await confirmStep('立项', { 经办人: '王经办' });
  await page.getByRole('tab', { name: '办理', exact: true }).click();
  await page.getByText(/^测算 \d+$/).click();
  const open = numberIn((await page.getByText(/^测算 \d+$/).textContent()) ?? '');
  expect(open).toBeGreaterThan(3);
  await page.getByRole('checkbox', { name: 'Select all' }).check();
  await page.getByRole('button', { name: '登记申报', exact: true }).click();
  await top().getByLabel('经办人').fill('王经办');
  await Promise.all([top().getByRole('button', { name: '登记申报' }).click(), killDataProcess(app)]);
  await expect(page.getByText('数据服务已恢复')).toBeVisible();
  await page.reload();
  await openTab('claims');
  const filed = numberIn((await page.getByText(/^申报 \d+$/).textContent()) ?? '');
  expect([0, open]).toContain(filed);
  await takePictures(app, '34-claims');
  await goTo(app, '设置');
  await page.getByRole('button', { name: '开始校验' }).click();
  await expect(page.getByText(/通过：共复核 \d+ 次变更/)).toBeVisible();
});

test('a project is entered by the form of its kind, computed, and shows what is missing', async () => {
  const { page } = app;
  await openTab('projects');
  await page.getByRole('button', { name: '新增项目' }).click();
  await page.getByLabel('企业', { exact: true }).fill('示例');
  await page.locator('.ant-select-item-option').first().click();
  await page.getByLabel('项目名称').fill('智能产线改造');
  await takePictures(app, '35-project-form');
  await page.getByRole('button', { name: /保\s*存/ }).click();
  await expect(page.getByRole('link', { name: '智能产线改造' })).toBeVisible();
  await expect(page.getByRole('row', { name: /智能产线改造/ })).toContainText('缺少');
  await takePictures(app, '36-projects');
});

test('the budget of a year is set by clause', async () => {
  const { page } = app;
  await openTab('budget');
  await page.getByRole('button', { name: '设置预算' }).first().click();
  await top().getByLabel(/^预算/).fill('500');
  await top()
    .getByRole('button', { name: /保\s*存/ })
    .click();
  await expect(page.getByText(/^合计：预算 500万元/)).toBeVisible();
  await takePictures(app, '37-budget');
});

test('claims leave as a workbook with accounts masked; in clear only with a purpose', async () => {
  const { page, folder } = app;
  await openTab('claims');
  const path = join(folder, '兑现.xlsx');
  await answerSaveDialog(app, path);
  await page.getByRole('button', { name: '导出本年度' }).click();
  await top().getByRole('checkbox', { name: '遮挡账号' }).uncheck();
  await expect(top().getByRole('button', { name: '确认不遮挡并导出' })).toBeDisabled();
  await takePictures(app, '38-export-claims');
  await top().getByRole('checkbox', { name: '遮挡账号' }).check();
  await top()
    .getByRole('button', { name: /^导\s?出$/ })
    .click();
  await expect(page.getByText(/^已导出 \d+ 笔到“兑现.xlsx”/)).toBeVisible();
  const sheets = await readWorkbook(path);
  expect(sheets.map(({ name }) => name)).toEqual(['兑现事项', '拨付记录']);
});

test('滨江: a yearly sum of the document shows what was spent from it', async () => {
  const other = await launchWith({ district: '滨江', sample: true });
  const { page } = other;
  await openAddress(other, '/awards?year=2024&tab=budget');
  const training = page.locator('.award-fund').filter({ hasText: '上市专项培训经费' });
  await training.getByRole('button', { name: '登记使用' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('日期').fill('2024-05-06');
  await dialog.getByLabel('日期').press('Tab');
  await dialog.getByLabel('金额').fill('30');
  await dialog.getByLabel('用途').fill('上市培训两期');
  await dialog.getByRole('button', { name: /登\s?记/ }).click();
  await expect(training).toContainText('已使用 30万元，剩余 470万元');
  await takePictures(other, '39-funds');
  await other.electron.close();
});
