import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Locator } from '@playwright/test';
import { readDirectory } from '#electron/excel/read/zip-archive.ts';
import { type Application, goTo, launchWith, takePictures } from './support/application.ts';
import { answerSaveDialog } from './support/dialogs.ts';
import { readBookmarks, readPdf, readWorkbook } from './support/papers.ts';
import { cellTexts, numberIn } from './support/tables.ts';
import { test } from './support/test.ts';

let app: Application;

test.beforeAll(async () => {
  app = await launchWith({ district: '钱塘', sample: true });
});
test.afterAll(async () => {
  await app.electron.close();
});

function goalTable(): Locator {
  return app.page.getByRole('region', { name: '131 目标', exact: true }).getByRole('table');
}

/** Follows a figure and expects the list behind it to hold as many firms. */
async function expectListBehind(figure: Locator, count: number): Promise<void> {
  const { page } = app;
  await figure.click();
  await expect(page.getByRole('heading', { level: 1, name: '企业台账' })).toBeVisible();
  if (count === 0) await expect(page.getByText('没有符合条件的企业')).toBeVisible();
  else await expect(page.getByText(`共 ${count} 家，`)).toBeVisible();
}

test('every figure of the 131 table and of the first streets opens a list of as many firms', async () => {
  const { page } = app;
  await goTo(app, '工作台');
  const tables = [goalTable(), page.getByRole('region', { name: '街道分布' }).getByRole('table')];
  for (const table of tables) {
    const links = await table
      .getByRole('link')
      .evaluateAll((all) => all.slice(0, 9).map((link) => link.textContent ?? ''));
    expect(links.length).toBeGreaterThan(5);
    for (const [index, text] of links.entries()) {
      await expectListBehind(table.getByRole('link').nth(index), numberIn(text));
      await goTo(app, '工作台');
    }
  }
});

test('the progress is copied as a message, marked as sample data', async () => {
  const { page, electron } = app;
  await goTo(app, '工作台');
  await page.getByRole('button', { name: '复制进度文字' }).click();
  await expect(page.getByText('已复制', { exact: true })).toBeVisible();
  const [mark, opening, first] = (await electron.evaluate(({ clipboard }) => clipboard.readText())).split(
    /\r?\n/,
  );
  expect(mark).toBe('【示例数据，不得用于正式报送】');
  expect(opening).toMatch(/^截至\d{4}年\d+月\d+日，钱塘区台账登记企业120家。/);
  expect(first).toMatch(/^省级以上专精特新企业当前有效\d+家，累计认定\d+家/);
});

test('the 131 chart shows the figure of the table and opens the list behind a point', async () => {
  const { page } = app;
  await goTo(app, '工作台');
  const year = await page.locator('.as-of-year').textContent();
  const [header = [], first = []] = await cellTexts(goalTable());
  const cumulative = numberIn(first[header.indexOf('累计认定（入库）')] ?? '');
  const charts = page.getByRole('region', { name: '131 目标图' });
  await expect(charts.locator('figure')).toHaveCount(5);
  const point = charts
    .locator('figure')
    .first()
    .getByRole('link', { name: new RegExp(`${year} ${cumulative}，查看名单`) });
  await expectListBehind(point, cumulative);
});

test('the award list adds up and says why, with clause and figures', async () => {
  const { page } = app;
  await goTo(app, '奖补兑现');
  const rows = page.locator('.ant-table-tbody tr.ant-table-row');
  await expect(rows.first()).toBeVisible();
  const amounts = await rows.evaluateAll((rows) =>
    rows.map((row) => row.querySelectorAll('td')[6]?.textContent ?? ''),
  );
  expect(amounts.length).toBeGreaterThan(3);
  const sum = amounts.reduce((total, text) => total + numberIn(text), 0);
  await expect(
    page.getByText(new RegExp(`^合计 ${amounts.length} 笔，${sum.toLocaleString('en-US')}万元$`)),
  ).toBeVisible();
  const first = page.locator('.ant-table-tbody tr.ant-table-row').first();
  await first.getByRole('button', { name: /^为什么/ }).click();
  const why = page.getByRole('dialog');
  await expect(why.getByRole('listitem').first()).toBeVisible();
  await expect(why).toContainText('万元');
  await expect(why).toContainText('钱塘区专精特新三年行动方案');
  await takePictures(app, '13-awards-why');
  await page.keyboard.press('Escape');
  await expect(why).toHaveCount(0);
  await page.getByRole('tab', { name: /不予兑现/ }).click();
  await takePictures(app, '13-awards-refused');
});

test('report 1 agrees on screen, in PDF and in Excel', async () => {
  const { page } = app;
  await goTo(app, '工作台');
  const [header = [], ...measures] = await cellTexts(goalTable());
  await goTo(app, '报表打印');
  await expect(page.getByRole('img', { name: '第 1 页' })).toBeVisible();
  const pageCount = numberIn((await page.getByText(/^共 \d+ 页/).textContent()) ?? '');
  await expect(page.getByRole('img', { name: /^第 \d+ 页$/ })).toHaveCount(pageCount);
  await expect(page.getByText(/本机没有.*仿宋/)).toBeVisible();
  await takePictures(app, '14-report-progress');

  const pdf = await savePaper('导出 PDF', '进度报告.pdf');
  const pages = await readPdf(pdf);
  expect(pages).toHaveLength(pageCount);
  expect(await readBookmarks(pdf)).toEqual([
    '钱塘区专精特新企业梯度培育进度报告',
    '一、目标完成情况',
    '二、梯度结构',
    '三、街道分布',
    '四、说明',
  ]);
  const text = pages.map((each) => each.text).join('');
  const cellOf = (row: readonly string[], label: string) => numberIn(row[header.indexOf(label)] ?? '');
  const document = readFileSync(await savePaper('导出 Word', '进度报告.docx'));
  expect(readDirectory(document)?.map(({ name }) => name)).toContain('word/document.xml');
  const workbook = await readWorkbook(await savePaper('导出 Excel', '进度报告.xlsx'));
  const sheet = workbook.find(({ name }) => name.startsWith('131目标进度表'));
  expect(sheet).toBeDefined();
  for (const row of measures) {
    const label = row[0] ?? '';
    const figures = {
      stock: cellOf(row, '当前有效（在库）'),
      all: cellOf(row, '累计认定（入库）'),
      year: cellOf(row, '当年新增'),
    };
    const words = label.includes('培育库')
      ? ['在库', '累计入库', '当年入库']
      : ['当前有效', '累计认定', '当年新增'];
    const sentence = `${label}${words[0]}${figures.stock}家，${words[1]}${figures.all}家，${words[2]}${figures.year}家`;
    expect(text).toContain(sentence.replace(/\s/g, ''));
    const saved = sheet?.rows.get(label);
    const column = (name: string) => saved?.[sheet?.header.indexOf(name) ?? -1];
    expect([column('当前有效（在库）'), column('累计认定（入库）'), column('当年新增')]).toEqual(
      Object.values(figures),
    );
  }
  expect(text).toContain('示例数据，不得用于正式报送');
  for (const word of [
    '数据来源：',
    '数据截至',
    '政策依据：',
    '政策包版本',
    '制表人：',
    '审核人：',
    '负责人：',
    '合计',
  ])
    expect(text).toContain(word);
  expectOfficialPages(pages);
});

test('report 3 agrees on screen, in PDF and in Excel', async () => {
  const { page } = app;
  await goTo(app, '奖补兑现');
  const total = numberIn((await page.getByText(/^合计 \d+ 笔，/).textContent())?.split('，')[1] ?? '');
  const firms = await page
    .locator('.ant-table-tbody tr.ant-table-row')
    .evaluateAll((rows) => rows.map((row) => row.querySelectorAll('td')[2]?.textContent ?? ''));
  await page.getByRole('link', { name: '打印汇总表' }).click();
  await expect(page.getByRole('img', { name: '第 1 页' })).toBeVisible();
  await takePictures(app, '15-report-awards');
  const pages = await readPdf(await savePaper('导出 PDF', '奖补汇总.pdf'));
  const text = pages.map((each) => each.text).join('');
  for (const firm of firms) expect(text).toContain(firm);
  const totalText = `${total.toLocaleString('en-US')}.00`;
  expect(text).toContain(`合计${totalText}`);
  for (const each of pages) expect(each.width).toBeGreaterThan(each.height);
  expectOfficialPages(pages);
  const [sheet] = await readWorkbook(await savePaper('导出 Excel', '奖补汇总.xlsx'));
  const column = sheet?.header.indexOf('测算金额') ?? -1;
  expect(sheet?.rows.get('合计')?.[column]).toBe(total);
});

test('打印 hands the finished paper to the system dialog once', async () => {
  const { page, electron } = app;
  await electron.evaluate(({ app: running }) => {
    const calls: unknown[] = [];
    Object.assign(globalThis, { printed: calls });
    running.on('browser-window-created', (_event, window) => {
      window.webContents.print = (options, done) => {
        void window.webContents.executeJavaScript('document.title + document.body.innerText').then((text) => {
          calls.push({ options, text });
          done?.(true, '');
        });
      };
    });
  });
  await goTo(app, '报表打印');
  await page.getByRole('button', { name: '打印', exact: true }).click();
  const printed = () =>
    electron.evaluate(
      () => (globalThis as unknown as { printed: { options: unknown; text: string }[] }).printed,
    );
  await expect.poll(async () => (await printed()).length).toBe(1);
  const [call] = await printed();
  expect(call?.options).toEqual({ silent: false, printBackground: true });
  expect(call?.text).toContain('梯度培育进度报告');
});

test('a save that the person cancels writes nothing and says nothing', async () => {
  const { page } = app;
  await goTo(app, '报表打印');
  await answerSaveDialog(app, null);
  await page.getByRole('button', { name: '导出 PDF' }).click();
  await expect(page.getByRole('button', { name: '导出 PDF' })).toBeEnabled();
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

/** Saves the paper on screen through the save dialog; answers the path. */
async function savePaper(button: string, name: string): Promise<string> {
  const path = join(app.folder, name);
  await answerSaveDialog(app, path);
  await app.page.getByRole('button', { name: button }).click();
  await expect(app.page.getByText(`已保存 ${name}`)).toBeVisible();
  return path;
}

const millimetre = 72 / 25.4;

/** A4, and the page number between dashes below the text: odd pages right, even pages left. */
function expectOfficialPages(pages: Awaited<ReturnType<typeof readPdf>>): void {
  for (const [index, page] of pages.entries()) {
    const sides = [page.width, page.height]
      .sort((a, b) => a - b)
      .map((side) => Math.round(side / millimetre));
    expect(sides).toEqual([210, 297]);
    const lowest = Math.min(...page.pieces.map((piece) => piece.y));
    const line = page.pieces.filter((piece) => Math.abs(piece.y - lowest) < 2);
    expect(
      line
        .map((piece) => piece.text)
        .join('')
        .replace(/\s/g, ''),
    ).toBe(`—${index + 1}—`);
    const left = Math.min(...line.map((piece) => piece.x));
    if (index % 2 === 0) expect(left).toBeGreaterThan(page.width / 2);
    else expect(left).toBeLessThan(page.width / 2);
  }
}
