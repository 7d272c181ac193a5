import { test as base } from '@playwright/test';
import { applications } from './application.ts';

/** Playwright's `test`, which says what stood on the pages when a test fails: the dialogs, or else the whole page. */
export const test = base.extend<{ readonly whatStoodThere: undefined }>({
  whatStoodThere: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of fixtures from this pattern.
    async ({}, use, info) => {
      await use(undefined);
      if (info.status === info.expectedStatus) return;
      for (const { page, faults } of applications.filter((each) => !each.page.isClosed())) {
        const dialog = page.getByRole('dialog').first();
        const shown = (await dialog.isVisible()) ? dialog : page.locator('body');
        process.stdout.write(`${info.title}\n${[...faults, await shown.ariaSnapshot()].join('\n')}\n`);
      }
    },
    { auto: true },
  ],
});
