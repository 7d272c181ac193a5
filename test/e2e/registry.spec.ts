import { expect } from '@playwright/test';
import { type Application, launchWith, openAddress, takePictures } from './support/application.ts';
import { test } from './support/test.ts';

let app: Application;

test.describe.configure({ mode: 'serial' });
test.beforeAll(async () => {
  app = await launchWith({ district: '钱塘', sample: true });
});
test.afterAll(async () => {
  await app.electron.close();
});

async function choose(label: string, option: string) {
  const { page } = app;
  const box = page.getByRole('combobox', { name: label, exact: true }).last();
  await box.click();
  // A long menu draws only what is in sight; typing narrows it, as a person would.
  if (label === '字段') await box.fill(option);
  await page
    .locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option })
    .first()
    .click();
}

function count(total: number) {
  return app.page.getByText(`共 ${total} 家，`);
}

test('高级筛选: conditions on any field, joined, in words above the list', async () => {
  const { page } = app;
  await openAddress(app, '/firms');
  await expect(count(120)).toBeVisible();
  await page.getByRole('button', { name: '高级筛选' }).click();
  const form = page.getByRole('form', { name: '高级筛选' });
  await expect(form).toContainText('请选择“所属街道”。');
  await choose('所属街道', '下沙街道');
  await page.keyboard.press('Escape');
  await form
    .getByRole('button')
    .filter({ hasText: /^添加条件$/ })
    .click();
  await choose('字段', '称号');
  await choose('称号', '省级专精特新');
  await page.keyboard.press('Escape');
  await takePictures(app, '08-registry-query');
  await form.getByRole('button', { name: '查询' }).click();
  await expect(form).toBeHidden();
  const words = page.locator('.firm-query-words');
  await expect(words).toContainText('所属街道属于下沙街道，且有省级专精特新');
  await expect(count(120)).toHaveCount(0);
  const rows = page.locator('.ant-table-tbody tr.ant-table-row');
  await expect(rows.first()).toContainText('下沙街道');
  await takePictures(app, '08-registry-found');
  await page.reload();
  await expect(words).toContainText('所属街道属于下沙街道');
});

test('常用筛选: kept under a name, opened again after a restart of the page, removed', async () => {
  const { page } = app;
  const views = page.getByRole('navigation', { name: '常用筛选' });
  await views.getByRole('button', { name: '存为常用筛选' }).click();
  await page.getByRole('textbox', { name: '名称', exact: true }).fill('下沙专精特新');
  await page.keyboard.press('Enter');
  await expect(page.getByText('已保存“下沙专精特新”')).toBeVisible();
  await openAddress(app, '/firms');
  await expect(count(120)).toBeVisible();
  await views.getByRole('button', { name: '下沙专精特新', exact: true }).click();
  await expect(page.locator('.firm-query-words')).toContainText('下沙街道');
  await takePictures(app, '08-registry-views');
  await views.getByRole('button', { name: '删除常用筛选 下沙专精特新' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '删除' }).click();
  await expect(views.getByRole('button', { name: '下沙专精特新', exact: true })).toHaveCount(0);
});

test('ticked firms are copied as a table and changed together, shown before, undone after', async () => {
  const { page, electron } = app;
  await openAddress(app, '/firms?sort=name');
  await expect(count(120)).toBeVisible();
  for (const index of [0, 1]) {
    await page.locator('.ant-table-tbody tr.ant-table-row').nth(index).getByRole('checkbox').check();
  }
  const bar = page.getByRole('toolbar', { name: '勾选的企业' });
  await expect(bar).toContainText('已勾选 2 家');
  await bar.getByRole('button', { name: '复制为表格' }).click();
  await expect(page.getByText('已复制本页勾选的 2 家，可粘贴到表格')).toBeVisible();
  const lines = (await electron.evaluate(({ clipboard }) => clipboard.readText())).split(/\r?\n/);
  expect(lines).toHaveLength(3);
  expect(lines[0]).toMatch(/^企业名称\t统一社会信用代码\t/);
  await bar.getByRole('button', { name: '勾选符合条件的全部 120 家' }).click();
  await expect(bar).toContainText('已勾选 120 家');
  await bar.getByRole('button', { name: '批量修改' }).click();
  const dialog = page.getByRole('dialog');
  await choose('修改内容', '企业规模');
  await choose('改为', '中型');
  await expect(dialog).toContainText(/将修改 \d+ 家；\d+ 家已是这个内容，不变。/);
  await takePictures(app, '08-registry-batch');
  await dialog.getByRole('textbox', { name: '原因' }).fill('统一核定');
  await dialog.getByRole('button', { name: /^修改 \d+ 家$/ }).click();
  await expect(page.getByText(/已修改 \d+ 家，可在变更历史中撤销/)).toBeVisible();
  await expect(bar).toBeHidden();
  await openAddress(app, `/firms?query=${encodeURIComponent(JSON.stringify(notMedium))}`);
  await expect(page.getByText('没有符合条件的企业')).toBeVisible();
  await openAddress(app, '/system/history');
  const entry = page.getByRole('row', { name: /统一核定/ });
  await entry.getByRole('button', { name: /^撤销/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: '撤销', exact: true }).click();
  await expect(page.getByText(/已撤销变更集 \d+/)).toBeVisible();
  await openAddress(app, `/firms?query=${encodeURIComponent(JSON.stringify(notMedium))}`);
  await expect(page.getByText('没有符合条件的企业')).toHaveCount(0);
  await expect(page.locator('.ant-table-tbody tr.ant-table-row').first()).toBeVisible();
});

test('a double click on a cell changes that fact of that firm, on the name it opens its page', async () => {
  const { page } = app;
  await openAddress(app, '/firms?sort=name');
  await expect(count(120)).toBeVisible();
  const row = page.locator('.ant-table-tbody tr.ant-table-row').first();
  const name = (await row.locator('.firm-name-text').textContent()) ?? '';
  const cell = row.getByText(/^(大型|中型|小型|微型)$/);
  const other = (await cell.textContent()) === '微型' ? '小型' : '微型';
  await cell.dblclick();
  const dialog = page.getByRole('dialog', { name: `修改 · ${name}` });
  await choose('改为', other);
  await expect(dialog).toContainText('将修改 1 家');
  await takePictures(app, '08-registry-cell');
  await dialog.getByRole('button', { name: '修改 1 家' }).click();
  await expect(page.getByText(/已修改 1 家/)).toBeVisible();
  await expect(row.getByText(other)).toBeVisible();
  await row.locator('.firm-name').dblclick();
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible();
});

test('撤销此项 on the page of one firm leaves what the same change did to the other', async () => {
  const { page } = app;
  await openAddress(app, '/firms?sort=name');
  await expect(count(120)).toBeVisible();
  const rows = page.locator('.ant-table-tbody tr.ant-table-row');
  for (const index of [0, 1]) await rows.nth(index).getByRole('checkbox').check();
  await page.getByRole('toolbar', { name: '勾选的企业' }).getByRole('button', { name: '批量修改' }).click();
  await choose('修改内容', '所属行业');
  await page.getByRole('dialog').getByRole('textbox', { name: '改为' }).fill('智能装备制造');
  await page.getByRole('dialog').getByRole('textbox', { name: '原因' }).fill('两家一起改');
  await page.getByRole('dialog').getByRole('button', { name: '修改 2 家' }).click();
  await expect(page.getByText(/已修改 2 家/)).toBeVisible();
  await rows.nth(0).locator('.firm-name').dblclick();
  await page.getByRole('tab', { name: '历史' }).click();
  const entry = page.getByRole('listitem').filter({ hasText: '两家一起改' });
  await expect(entry.getByRole('button', { name: '撤销整次变更' })).toBeVisible();
  await entry.getByRole('button', { name: '撤销此项' }).click();
  const dialog = page.getByRole('dialog', { name: '撤销此项？' });
  await expect(dialog).toContainText('同一次变更的其余 1 项不变');
  await takePictures(app, '08-registry-undo-part');
  await dialog.getByRole('button', { name: '撤销', exact: true }).click();
  await expect(page.getByText('已撤销此项')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: '撤销一家企业的改动' })).toBeVisible();
  await openAddress(app, `/firms?query=${encodeURIComponent(JSON.stringify(ofIndustry))}`);
  await expect(count(1)).toBeVisible();
});

const ofIndustry = {
  join: 'all',
  groups: [{ join: 'all', rules: [{ field: 'industry', test: 'contains', text: '智能装备制造' }] }],
};

const notMedium = {
  join: 'all',
  groups: [{ join: 'all', rules: [{ field: 'scale', test: 'noneOf', list: ['medium'] }] }],
};
