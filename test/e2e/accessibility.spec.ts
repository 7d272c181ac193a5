import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { expect } from '@playwright/test';
import type axe from 'axe-core';
import { type Application, launchWith, openAddress } from './support/application.ts';
import { test } from './support/test.ts';

/** Addresses of every page, with what shows that it is there. */
const pages = [
  ['/', '工作台'],
  ['/firms', '企业台账'],
  ['/firms/new', '新增企业'],
  ['/firms/1', '示例'],
  ['/titles', '梯度认定'],
  ['/titles?tab=calendar', '梯度认定'],
  ['/titles?tab=cohort', '梯度认定'],
  ['/pools', '培育库'],
  ['/pools?view=candidates', '培育库'],
  ['/pools?view=health', '培育库'],
  ['/duplicates', '重复企业'],
  ['/duplicates?pair=1,2', '对照合并'],
  ['/pools?view=evaluation', '培育库'],
  ['/plans', '一企一策'],
  ['/plans/120', '一企一策'],
  ['/services', '企业服务'],
  ['/chains', '产业链'],
  ['/tasks', '任务分工'],
  ['/parks', '平台载体'],
  ['/firms/1?tab=attachments', '示例'],
  ['/services?tab=visits', '企业服务'],
  ['/services?tab=requests', '企业服务'],
  ['/imports', '名册交换'],
  ['/awards', '奖补兑现'],
  ['/policy', '政策库'],
  ['/awards?tab=claims', '奖补兑现'],
  ['/awards?tab=batches', '奖补兑现'],
  ['/awards?tab=budget', '奖补兑现'],
  ['/awards/projects/new', '新增项目'],
  ['/reports', '报表打印'],
  ['/system/history', '变更历史'],
  ['/system/backups', '备份与恢复'],
  ['/system/settings', '设置'],
  ['/system/about', '关于'],
] as const;

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
let app: Application;

test.beforeAll(async () => {
  app = await launchWith({ district: '钱塘', sample: true });
  // The debugger puts the script into the page; the page's own policy would refuse it.
  await app.page.evaluate(source);
});
test.afterAll(async () => {
  await app.electron.close();
});

for (const [address, heading] of pages) {
  test(`${address} has no serious accessibility violation`, async () => {
    const { page } = app;
    await openAddress(app, address);
    await expect(page.getByRole('heading', { level: 1 })).toContainText(heading);
    await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
    const violations = () =>
      page.evaluate(async () => {
        // The script above put it there.
        const { axe: checker } = globalThis as unknown as { readonly axe: typeof axe };
        const { violations: found } = await checker.run(document, { resultTypes: ['violations'] });
        return found
          .filter(({ impact }) => impact === 'serious' || impact === 'critical')
          .map(
            ({ id, nodes }) =>
              `${id}: ${nodes
                .slice(0, 3)
                .map((node) => node.html.slice(0, 160))
                .join(' | ')}`,
          );
      });
    // Colours may still be on their way from one state to the next.
    await expect.poll(violations).toEqual([]);
  });
}
