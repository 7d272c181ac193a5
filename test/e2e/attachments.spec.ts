import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { type Application, goTo, launchWith, openAddress, takePictures } from './support/application.ts';
import { answerOpenDialog, answerSaveDialog, dropFiles } from './support/dialogs.ts';
import { test } from './support/test.ts';

/** Keeps the path that the system is asked to open instead of starting a program. */
async function catchOpening({ electron }: Application): Promise<() => Promise<string>> {
  await electron.evaluate(({ shell }) => {
    shell.openPath = async (path) => {
      process.env.TIDU131_OPENED = path;
      return '';
    };
  });
  return () => electron.evaluate(() => process.env.TIDU131_OPENED ?? '');
}

test('附件: dropped and chosen, opened, saved, renamed, removed and brought back; one for a task', async () => {
  const app = await launchWith({ district: '钱塘', sample: true });
  const { page } = app;
  const openedPath = await catchOpening(app);
  const write = (name: string, text: string) => {
    const path = join(app.folder, name);
    writeFileSync(path, text);
    return path;
  };
  await openAddress(app, '/firms/1');
  await page.getByRole('tab', { name: '附件 0' }).click();
  await expect(page.getByText('还没有附件')).toBeVisible();

  await dropFiles(app, [write('认定证书.pdf', 'PDF'), write('安装程序.exe', 'MZ')]);
  await expect(page.getByRole('dialog').getByText(/“安装程序\.exe”不是可以登记的文件/)).toBeVisible();
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /知道了|关\s?闭/ })
    .first()
    .click();
  await dropFiles(app, [join(app.folder, '认定证书.pdf'), write('厂房照片.jpg', 'JPG')]);
  const row = page.getByRole('row').filter({ hasText: '认定证书.pdf' });
  await expect(row).toContainText('认定文件、证书');
  await expect(page.getByRole('tab', { name: '附件 2' })).toBeVisible();
  await answerOpenDialog(app, [write('技改合同.pdf', '合同')]);
  await page.getByRole('button', { name: '添加附件' }).click();
  await expect(page.getByRole('row').filter({ hasText: '技改合同.pdf' })).toContainText('合同、发票、凭证');
  await takePictures(app, '64-attachments');

  await row.getByRole('button', { name: '认定证书.pdf' }).click();
  await expect.poll(openedPath).toContain('认定证书.pdf');
  expect(readFileSync(await openedPath(), 'utf8')).toBe('PDF');
  await answerSaveDialog(app, join(app.folder, '另存的证书.pdf'));
  await row.getByRole('button', { name: '另存为' }).click();
  await expect(page.getByText('已另存为“另存的证书.pdf”')).toBeVisible();
  expect(readFileSync(join(app.folder, '另存的证书.pdf'), 'utf8')).toBe('PDF');

  await row.getByRole('button', { name: '修改' }).click();
  const form = page.getByRole('dialog', { name: '修改附件' });
  await form.getByLabel('文件名').fill('省级专精特新证书');
  await form.getByLabel('说明').fill('有效期至 2027 年');
  await takePictures(app, '65-attachment-form');
  await form.getByRole('button', { name: /保\s?存/ }).click();
  const renamed = page.getByRole('row').filter({ hasText: '省级专精特新证书.pdf' });
  await expect(renamed).toContainText('有效期至 2027 年');
  await renamed.getByRole('button', { name: /删\s?除/ }).click();
  await page
    .getByRole('dialog', { name: '删除附件' })
    .getByRole('button', { name: /删\s?除/ })
    .click();
  await expect(page.getByRole('tab', { name: '附件 2' })).toBeVisible();

  await goTo(app, '任务分工');
  await page.getByRole('button', { name: '科技成果转化' }).click();
  const drawer = page.getByRole('dialog', { name: '科技成果转化' });
  await drawer.getByRole('button', { name: '登记进展' }).click();
  const note = page.getByRole('dialog', { name: /登记进展/ });
  await note.getByRole('textbox', { name: '进展' }).fill('细则已印发');
  await note.getByRole('button', { name: /保\s?存/ }).click();
  await expect(note).toBeHidden();
  await answerOpenDialog(app, [write('实施细则.docx', '细则')]);
  await drawer.getByRole('button', { name: '添加附件' }).first().click();
  await expect(drawer.getByRole('button', { name: '实施细则.docx', exact: true })).toBeVisible();
  await takePictures(app, '66-task-attachment');
  const lent = await openedPath();
  await app.electron.close();
  expect(existsSync(lent)).toBe(false);
});
