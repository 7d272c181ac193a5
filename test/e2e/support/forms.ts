import { expect, type Locator, type Page } from '@playwright/test';

/**
 * Chooses from the list of a field. A dialog that has just opened takes the focus a moment later, which folds the list
 * up under the mouse; a person opens it again, and so does this.
 */
export async function pick(page: Page, field: Locator, option: string): Promise<void> {
  const box = field.locator('xpath=ancestor::*[contains(concat(" ", @class, " "), " ant-select ")][1]');
  await expect(async () => {
    await field.click({ timeout: 2000 });
    await page
      .locator('.ant-select-dropdown:visible .ant-select-item-option', { hasText: option })
      .first()
      .click({ timeout: 2000 });
    await expect(box).toContainText(option, { timeout: 1000 });
  }).toPass();
}
