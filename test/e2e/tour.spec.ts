import { expect } from '@playwright/test';
import {
  type Application,
  goTo,
  launch,
  loadSample,
  scratchFolder,
  takePictures,
} from './support/application.ts';
import { test } from './support/test.ts';

/** Every page of the rail with the picture's number. */
const pages = [
  ['工作台', '04-home'],
  ['企业台账', '05-firms'],
  ['名册交换', '08-imports'],
  ['奖补兑现', '12-awards'],
  ['报表打印', '14-reports'],
  ['变更历史', '20-history'],
  ['设置', '22-settings'],
  ['关于', '23-about'],
] as const;

const districts = [
  { choice: '钱塘', name: '钱塘区', prefix: '' },
  { choice: '滨江', name: '滨江区', prefix: 'binjiang-' },
] as const;

for (const { choice, name, prefix } of districts) {
  test(`first start in ${name}: choose the district, load the sample, see every page`, async () => {
    const app = await launch(scratchFolder());
    const { page } = app;
    await expect(page.getByRole('heading', { name: '欢迎使用梯度131' })).toBeVisible();
    await expect(page.getByRole('button', { name: '新建台账' })).toBeDisabled();
    if (prefix === '') await takePictures(app, '01-first-start');
    await page.getByText(choice).click();
    await page.getByRole('button', { name: '新建台账' }).click();
    await expect(page.getByText('台账里还没有企业')).toBeVisible();
    await expect(page.locator('.top-bar-district')).toHaveText(name);
    if (prefix === '') await takePictures(app, '02-empty-home');
    await goTo(app, '企业台账');
    await expect(page.getByText('台账里还没有企业')).toBeVisible();
    if (prefix === '') await takePictures(app, '03-empty-firms');
    await goTo(app, '工作台');
    await loadSample(app);
    for (const [label, picture] of pages) {
      await goTo(app, label);
      await settled(app);
      await expectNoSidewaysScroll(app);
      await takePictures(app, `${prefix}${picture}`);
    }
    await page.getByRole('button', { name: '查看@ant-design/icons许可证全文' }).click();
    await expect(page.getByRole('dialog', { name: '@ant-design/icons', exact: true })).toContainText('MIT');
    await app.electron.close();
  });
}

/** Waits until no page part is still loading. */
async function settled({ page }: Application): Promise<void> {
  await expect(page.locator('.ant-spin-spinning')).toHaveCount(0);
  if ((await page.getByRole('heading', { level: 1 }).textContent()) === '报表打印')
    await expect(page.getByRole('img', { name: '第 1 页' })).toBeVisible();
}

async function expectNoSidewaysScroll({ page }: Application): Promise<void> {
  const overflow = await page.evaluate(() => {
    const root = document.documentElement;
    const main = document.querySelector('main');
    return Math.max(
      root.scrollWidth - root.clientWidth,
      main === null ? 0 : main.scrollWidth - main.clientWidth,
    );
  });
  expect(overflow).toBe(0);
}
