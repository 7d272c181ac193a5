import { expect } from '@playwright/test';
import { goTo, launchWith, takePictures } from './support/application.ts';
import { test } from './support/test.ts';

test('产业链: the map, a new node, firms put on it, drawing it elsewhere, lists', async () => {
  const app = await launchWith({ district: '钱塘', sample: true });
  const { page } = app;
  await goTo(app, '产业链');
  await expect(page.getByText(/节点 9 个，其中缺失 2 个、薄弱 1 个/)).toBeVisible();
  await expect(page.getByRole('button', { name: /^示例整机装配，优势/ })).toBeVisible();
  await takePictures(app, '49-chains-map');

  await page.getByRole('button', { name: '新增节点' }).click();
  const form = page.getByRole('dialog');
  await form.getByLabel('节点名称').fill('车规级芯片');
  await form.getByRole('button', { name: /保\s?存/ }).click();
  const node = page.getByRole('button', { name: /^车规级芯片/ });
  await expect(node).toHaveAccessibleName('车规级芯片，缺失，0 家企业');

  await node.focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: '列入企业' }).click();
  const dialog = page.getByRole('dialog', { name: /列入企业/ });
  const first = dialog.getByRole('row').nth(1);
  await expect(first).toContainText('示例');
  await first.getByRole('checkbox').check();
  await takePictures(app, '50-chains-place');
  await dialog.getByRole('button', { name: '列入 1 家' }).click();
  await expect(page.getByText('已列入 1 家')).toBeVisible();
  await expect(page.getByRole('list', { name: '节点企业' }).getByRole('listitem')).toHaveCount(1);
  await page.getByRole('combobox', { name: /的角色$/ }).click();
  await page.getByTitle('链主', { exact: true }).last().click();
  await takePictures(app, '51-chains-node');
  await page.keyboard.press('Escape');
  await expect(node).toHaveAccessibleName('车规级芯片，一般，1 家企业');

  await expect(page.getByRole('dialog')).toHaveCount(0);
  await page.getByRole('button', { name: '全图' }).click();
  const other = page.getByRole('button', { name: /^示例系统应用/ });
  const target = await other.boundingBox();
  const from = await node.boundingBox();
  if (target === null || from === null) throw new Error('both nodes are on screen');
  await page.mouse.move(from.x + 60, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(target.x + 40, target.y + 6, { steps: 6 });
  await page.mouse.up();
  await expect.poll(async () => (await node.boundingBox())?.x).toBeGreaterThanOrEqual(target.x - 2);

  await page.getByRole('tab', { name: /^清单/ }).click();
  const gaps = page.getByRole('region', { name: '急需突破短板' });
  await expect(gaps.getByText('逾期')).toBeVisible();
  await gaps.getByRole('button', { name: /新\s?增/ }).click();
  const entry = page.getByRole('dialog');
  await entry.getByLabel('内容').fill('高端轴承');
  await entry.getByRole('button', { name: /保\s?存/ }).click();
  await expect(gaps.getByText('高端轴承')).toBeVisible();
  await takePictures(app, '52-chains-lists');
  await page.getByRole('tab', { name: /^企业/ }).click();
  await expect(page.getByRole('cell', { name: '链主' }).first()).toBeVisible();
  await takePictures(app, '53-chains-firms');
});
