import { expect } from '@playwright/test';
import { type Application, goTo, launchWith, openAddress, takePictures } from './support/application.ts';
import { test } from './support/test.ts';

let app: Application;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  app = await launchWith({ district: '钱塘', sample: true });
});
test.afterAll(async () => {
  await app.electron.close();
});

const sampleFirm = '示例钱塘云帆精密机械有限公司';

function rows() {
  return app.page.locator('.ant-table-tbody tr.ant-table-row');
}

function searchBox() {
  return app.page.getByRole('textbox', { name: '名称 / 曾用名 / 代码 / 拼音首字母' });
}

test('a firm is found by name, end of its code and initials in pinyin', async () => {
  const { page } = app;
  await goTo(app, '企业台账');
  await searchBox().fill(sampleFirm);
  await expect(page.getByText('共 1 家，')).toBeVisible();
  const code = (await rows().first().locator('td').nth(3).textContent()) ?? '';
  for (const text of [code.slice(-6), 'yfjmjx']) {
    await searchBox().fill('没有这样的企业');
    await expect(page.getByText('没有符合条件的企业')).toBeVisible();
    await searchBox().fill(text);
    await expect(rows().filter({ hasText: sampleFirm })).toHaveCount(1);
  }
  await takePictures(app, '06-firms-search');
});

test('nothing is searched while an input method is composing, not even on Enter', async () => {
  const { page } = app;
  await goTo(app, '企业台账');
  await searchBox().fill('');
  await expect(page.getByText('共 120 家，')).toBeVisible();
  await page.clock.install();
  const devtools = await page.context().newCDPSession(page);
  await searchBox().focus();
  await devtools.send('Input.imeSetComposition', { text: 'yunfan', selectionStart: 6, selectionEnd: 6 });
  await expect(searchBox()).toHaveValue('yunfan');
  await searchBox().dispatchEvent('keydown', { key: 'Enter', isComposing: true });
  await page.clock.fastForward(2_000);
  await expect(page).not.toHaveURL(/yunfan/);
  await expect(page.getByText('共 120 家，')).toBeVisible();
  await devtools.send('Input.insertText', { text: '云帆' });
  await page.clock.fastForward(2_000);
  await expect(searchBox()).toHaveValue('云帆');
  await expect(page.getByText('共 10 家，')).toBeVisible();
  await devtools.detach();
  await page.clock.resume();
  await searchBox().fill('');
});

test('filters narrow the list and 清除条件 opens it again', async () => {
  const { page } = app;
  await openAddress(app, '/firms');
  await expect(page.getByText('共 120 家，')).toBeVisible();
  await page.getByRole('combobox', { name: '街道', exact: true }).click();
  await page.locator('.ant-select-item-option', { hasText: '下沙街道' }).click();
  await page.keyboard.press('Escape');
  await expect(page.getByText('共 120 家，')).toHaveCount(0);
  const streets = () =>
    rows().evaluateAll((all) => [...new Set(all.map((row) => row.querySelectorAll('td')[4]?.textContent))]);
  await expect.poll(streets).toEqual(['下沙街道']);
  await page.getByRole('button', { name: /展开/ }).click();
  await takePictures(app, '06-firms-filter');
  await page.getByRole('button', { name: '清除条件' }).first().click();
  await expect(page.getByText('共 120 家，')).toBeVisible();
});

test('columns can be hidden and come back, and the choice stays', async () => {
  const { page } = app;
  await openAddress(app, '/firms');
  await page.getByRole('button', { name: '列设置' }).click();
  await takePictures(app, '06-firms-columns');
  await page.getByRole('checkbox', { name: '联系电话' }).uncheck();
  await expect(page.getByRole('columnheader', { name: '联系电话' })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(rows().first()).toBeVisible();
  await expect(page.getByRole('columnheader', { name: '联系电话' })).toHaveCount(0);
  await page.getByRole('button', { name: '列设置' }).click();
  await page.getByRole('button', { name: '恢复默认' }).click();
  await expect(page.getByRole('columnheader', { name: '联系电话' })).toHaveCount(1);
  await page.keyboard.press('Escape');
});

test('the list and the search work from the keyboard alone', async () => {
  const { page } = app;
  await openAddress(app, '/firms');
  await expect(rows().first()).toBeVisible();
  await page.keyboard.press('Control+f');
  await expect(searchBox()).toBeFocused();
  await rows().first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows().nth(1)).toBeFocused();
  await page.keyboard.press(' ');
  await expect(page.locator('.firm-drawer')).toContainText('最近的称号事件');
  await takePictures(app, '06-firms-drawer');
  await page.keyboard.press('Escape');
  await rows().nth(1).focus();
  const name = (await rows().nth(1).getAttribute('aria-label')) ?? '';
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('textbox').fill('yfjmjx');
  await expect(page.getByRole('dialog').getByRole('button', { name: sampleFirm })).toBeVisible();
  await takePictures(app, '07-global-search');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: sampleFirm })).toBeVisible();
});

test('a firm is edited, its history says so, and 撤销 brings the old value back', async () => {
  const { page } = app;
  await takePictures(app, '07-firm-1-basics');
  await page.getByRole('button', { name: '编辑' }).click();
  await expect(page.getByPlaceholder(/现为 138\*{4}\d{4}，不改请留空/)).toBeVisible();
  await takePictures(app, '07-firm-5-edit');
  await page.getByRole('textbox', { name: '主导产品' }).fill('高速主轴');
  await page.getByRole('button', { name: '取消', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('放弃未保存的修改？');
  await page.getByRole('dialog').getByRole('button', { name: '取消' }).click();
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.keyboard.press('Control+s');
  await expect(page.getByText('高速主轴')).toBeVisible();
  await page.getByRole('tab', { name: '历史' }).click();
  const entry = page.getByRole('listitem').filter({ hasText: '高速主轴' });
  await expect(entry).toContainText('精密机械（示例产品）');
  await takePictures(app, '07-firm-4-history');
  await entry.getByRole('button', { name: '撤销' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click();
  await expect(page.getByText('已撤销', { exact: true })).toBeVisible();
  await page.getByRole('tab', { name: '基本信息' }).click();
  await expect(page.getByRole('tabpanel', { name: '基本信息' })).toContainText('精密机械（示例产品）');
});

test('a title event is recorded, counted, and taken back', async () => {
  const { page } = app;
  await page.getByRole('button', { name: '登记称号事件' }).first().click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('button', { name: '登记', exact: true }).click();
  await expect(dialog).toContainText('请选择称号');
  await takePictures(app, '07-firm-6-record-event');
  await dialog.getByLabel('称号').click();
  await page.locator('.ant-select-item-option', { hasText: '隐形冠军' }).click();
  await dialog.getByLabel('日期').fill('2026-05-18');
  await page.keyboard.press('Enter');
  await dialog.getByLabel('批次').fill('第七批');
  await dialog.getByRole('button', { name: '登记', exact: true }).click();
  await expect(page.getByText('称号事件已登记')).toBeVisible();
  await page.getByRole('tab', { name: /梯度 \d/ }).click();
  const event = page.locator('.firm-event').filter({ hasText: '第七批' });
  await expect(event).toContainText('隐形冠军');
  await takePictures(app, '07-firm-2-titles');
  await page.getByRole('tab', { name: /奖补 \d/ }).click();
  await takePictures(app, '07-firm-3-awards');
  await goTo(app, '变更历史');
  await page.getByRole('row').nth(1).getByRole('link', { name: '查看' }).click();
  await expect(page.getByText('第七批')).toBeVisible();
  await takePictures(app, '21-change-set');
  await goTo(app, '变更历史');
  await page.getByRole('row').nth(1).getByRole('button', { name: /^撤销/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click();
  await expect(page.getByText(/已撤销变更集 \d+/)).toBeVisible();
  await takePictures(app, '20-history-undone');
});

test('a new firm with a wrong code is refused in words, then saved', async () => {
  const { page } = app;
  await page.keyboard.press('Control+n');
  await expect(page.getByRole('heading', { level: 1, name: '新增企业' })).toBeVisible();
  await page.getByRole('textbox', { name: '统一社会信用代码' }).fill('12345');
  await page.keyboard.press('Control+s');
  await expect(page.getByText('请填写营业执照上的全称')).toBeVisible();
  await takePictures(app, '07-firm-7-new');
  await page.getByRole('textbox', { name: '企业名称' }).fill('杭州新登记企业有限公司');
  await page.getByRole('textbox', { name: '统一社会信用代码' }).fill('');
  await page.keyboard.press('Control+s');
  await expect(page.getByRole('heading', { level: 1, name: '杭州新登记企业有限公司' })).toBeVisible();
});

test('the sample goes in one step, what a person entered stays, and 校验 finds the ledger whole', async () => {
  const { page } = app;
  await page.getByRole('button', { name: '一键移除' }).click();
  await takePictures(app, '22-remove-sample');
  await page.getByRole('dialog').getByRole('button', { name: '移除', exact: true }).click();
  await expect(page.getByText('已移除示例企业 120 家')).toBeVisible();
  await expect(page.getByText('当前含示例数据')).toHaveCount(0);
  await goTo(app, '企业台账');
  await expect(page.getByText('共 1 家，')).toBeVisible();
  await goTo(app, '设置');
  await page.getByRole('button', { name: '开始校验' }).click();
  await expect(page.getByText(/通过：共复核 \d+ 次变更/)).toBeVisible();
  await takePictures(app, '22-settings-verified');
});
