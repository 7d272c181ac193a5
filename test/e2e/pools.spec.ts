import { expect, test } from '@playwright/test';
import { launch, scratchFolder, takePictures } from './support/application.ts';

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
  await page
    .getByRole('button', { name: /关\s?闭|知道了|确\s?定/ })
    .last()
    .click();
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
