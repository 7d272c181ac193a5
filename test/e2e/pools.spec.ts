import { expect } from '@playwright/test';
import { launch, launchWith, openAddress, scratchFolder, takePictures } from './support/application.ts';
import { test } from './support/test.ts';

test('培育库: candidates enter, change stage and leave', async () => {
  const app = await launch(scratchFolder());
  const { page } = app;
  await page.getByText('杭州市钱塘区').click();
  await page.getByRole('button', { name: '新建台账' }).click();
  await page.getByRole('link', { name: '设置' }).click();
  await page.getByRole('button', { name: '载入示例数据' }).click();
  await expect(page.getByText(/含示例企业 120 家/)).toBeVisible();

  await page.getByRole('link', { name: '培育库' }).click();
  await page.getByRole('tab', { name: /小巨人种子库/ }).click();
  await expect(page.getByRole('row').nth(2)).toBeVisible();
  await takePictures(app, '30-pool-members');
  await page.getByText('入库候选', { exact: true }).click();
  await expect(page.getByText(/家候选/)).toBeVisible();
  await takePictures(app, '31-pool-candidates');

  const before = Number(/共 (\d+) 家候选/.exec((await page.getByText(/家候选/).textContent()) ?? '')?.[1]);
  await page.getByRole('checkbox').nth(1).check();
  await page.getByRole('button', { name: '入库', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /入\s?库/ })
    .click();
  await expect(page.getByText('已入库 1 家')).toBeVisible();
  await expect(page.getByText(`共 ${before - 1} 家候选`)).toBeVisible();

  await page.getByText('在库企业', { exact: true }).click();
  await expect(page.getByRole('button', { name: '调整阶段' })).toBeVisible();
  await page.getByRole('checkbox').nth(1).check();
  await page.getByRole('button', { name: '调整阶段' }).click();
  await page.getByRole('dialog').getByRole('combobox').click();
  await page.getByTitle('壮大').click();
  await takePictures(app, '32-pool-dialog');
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /调\s?整/ })
    .click();
  await expect(page.getByText(/已调整 [01] 家的阶段/)).toBeVisible();

  await page.getByRole('checkbox').nth(1).check();
  await page.getByRole('button', { name: '出库', exact: true }).click();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /出\s?库/ })
    .click();
  await expect(page.getByText(/须写明原因/)).toBeVisible();
  await page.getByRole('button', { name: '知道了' }).click();
  await expect(page.getByText(/须写明原因/)).toBeHidden();
  await page
    .getByRole('dialog', { name: /出库 ·/ })
    .getByRole('textbox')
    .last()
    .fill('年度评价不合格');
  await page
    .getByRole('dialog', { name: /出库 ·/ })
    .getByRole('button', { name: /出\s?库/ })
    .click();
  await expect(page.getByText(/已出库 1 家/)).toBeVisible();
  await page.getByText('分布', { exact: true }).click();
  await expect(page.getByText('按街道（单位：家）')).toBeVisible();
  await takePictures(app, '33-pool-distribution');
  await page.getByRole('link', { name: '工作台' }).click();
  await expect(page.getByText('专精特新种苗企业培育库').first()).toBeVisible();
  await takePictures(app, '34-home-with-pools');
  await app.electron.close();
});

test('年度评价: data are missing, the bureau decides, publishes, the failed leave, undone', async () => {
  const app = await launchWith({ district: '钱塘', sample: true });
  const { page } = app;
  await openAddress(app, '/pools?pool=srdi-seedlings&view=evaluation&year=2025');
  await expect(page.getByText(/应评价 \d+ 家/)).toBeVisible();
  await expect(page.getByText('尚未公布', { exact: false })).toBeVisible();
  await takePictures(app, '35-evaluation');

  await page.getByRole('button', { name: '依据' }).first().click();
  await expect(page.getByRole('columnheader', { name: '所在分档' })).toBeVisible();
  await expect(page.getByText(/（经营数据，来源：示例数据）/).first()).toBeVisible();
  await takePictures(app, '36-evaluation-reasons');
  await page.getByRole('button', { name: '关闭' }).click();

  await page.getByRole('button', { name: '指标和权重' }).click();
  await expect(page.getByText('文件未定，本局可调').first()).toBeVisible();
  await takePictures(app, '37-evaluation-weights');
  await page.getByRole('button', { name: '关闭' }).click();

  await page.getByRole('button', { name: '公布结果' }).click();
  await expect(page.getByText(/家缺数据，不能公布/)).toBeVisible();
  await page.getByRole('button', { name: /取\s?消/ }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.getByRole('combobox', { name: '等次' }).click();
  await page.getByTitle('缺数据').click();
  await expect(page.getByText(/缺 \d+ 项数据/).first()).toBeVisible();
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: '调整得分或不参评' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByText('本年不参评').click();
  await dialog.getByRole('textbox').fill('年内停产，数据待补');
  await takePictures(app, '38-evaluation-decide');
  await dialog.getByRole('button', { name: /保\s?存/ }).click();
  await expect(page.getByText(/缺数据 0 家/)).toBeVisible();

  await page.getByRole('button', { name: '公布结果' }).click();
  await page.getByRole('button', { name: '公布并锁定' }).click();
  await expect(page.getByText('按现有数据重算，结果相同', { exact: false })).toBeVisible();
  await expect(page.getByRole('button', { name: '调整得分或不参评' })).toHaveCount(0);

  await page.getByRole('button', { name: '按名单出库' }).click();
  await takePictures(app, '39-evaluation-exits');
  await page.getByRole('button', { name: /^出库 \d+ 家$/ }).click();
  await expect(page.getByText(/已出库 \d+ 家/)).toBeVisible();
  await expect(page.getByRole('button', { name: '按名单出库' })).toBeDisabled();

  await page.getByRole('link', { name: '预览与打印' }).click();
  await expect(page.getByText(/共 \d+ 页/)).toBeVisible();
  await expect(page.getByRole('img', { name: '第 1 页' })).toBeVisible();
  await takePictures(app, '40-evaluation-report');
  await app.electron.close();
});
