import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type ElectronApplication, expect, type Page } from '@playwright/test';
import { readRuntime } from '#build/setup/runtime.mjs';

const root = join(import.meta.dirname, '../../..');

/** The real application in real Electron, on a ledger and a profile of its own. */
export type Application = {
  readonly electron: ElectronApplication;
  readonly page: Page;
  readonly folder: string;
};

/** Every application that was started, with what went wrong on its page. */
export const applications: { readonly page: Page; readonly faults: string[] }[] = [];

/** A scratch folder for one test. */
export function scratchFolder(): string {
  return mkdtempSync(join(tmpdir(), 'tidu131-e2e-'));
}

/** How the application is started on a folder of its own. */
export function launchArguments(folder: string): string[] {
  return [
    ...(readRuntime().needsNoSandbox ? ['--no-sandbox'] : []),
    '--force-prefers-reduced-motion',
    `--user-data-dir=${join(folder, 'profile')}`,
    root,
    `--db=${join(folder, '台账.sqlite')}`,
  ];
}

/** Starts the application; the same folder opens the same ledger again. */
export async function launch(folder: string): Promise<Application> {
  const electron = await _electron.launch({
    executablePath: readRuntime().electron,
    args: launchArguments(folder),
  });
  const page = await electron.firstWindow();
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(String(error)));
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()));
  applications.push({ page, faults });
  return { electron, page, folder };
}

/** Goes to a page of the rail. */
export async function goTo({ page }: Application, label: string): Promise<void> {
  await page
    .getByRole('navigation', { name: '主导航' })
    .getByRole('link', { name: label, exact: true })
    .click();
  await expect(page.getByRole('heading', { level: 1, name: label, exact: true })).toBeVisible();
}

/** Opens an address of the pages directly, such as `/firms?text=…`. */
export async function openAddress({ page }: Application, address: string): Promise<void> {
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, address);
}

/** First start: chooses the district and makes its ledger. */
export async function createLedger({ page }: Application, district: string): Promise<void> {
  await page.getByText(district).click();
  await page.getByRole('button', { name: '新建台账' }).click();
  await expect(page.getByRole('heading', { level: 1, name: '工作台' })).toBeVisible();
}

/** Loads the sample data from the empty home page. */
export async function loadSample({ page }: Application): Promise<void> {
  await page.getByRole('button', { name: '载入示例数据' }).click();
  await expect(page.getByText('当前含示例数据 120 家')).toBeVisible();
}

/** A started application with a district, and the sample data if asked for. */
export async function launchWith(options: {
  readonly district: string;
  readonly sample: boolean;
  readonly folder?: string;
}): Promise<Application> {
  const app = await launch(options.folder ?? scratchFolder());
  await createLedger(app, options.district);
  if (options.sample) await loadSample(app);
  return app;
}

/** Both window sizes that every page has to fit. */
const sizes = [
  { width: 1366, height: 768 },
  { width: 1920, height: 1080 },
] as const;

/** Writes a picture of the window at both sizes to test-results/. */
export async function takePictures({ electron, page }: Application, name: string): Promise<void> {
  const folder = join(root, 'test-results/pictures');
  mkdirSync(folder, { recursive: true });
  for (const { width, height } of sizes) {
    await electron.evaluate(
      ({ BrowserWindow }, size) => {
        BrowserWindow.getAllWindows()[0]?.setContentSize(size.width, size.height);
      },
      { width, height },
    );
    await expect.poll(() => page.evaluate(() => window.innerWidth)).toBe(width);
    await page.screenshot({ path: join(folder, `${name}-${width}.png`) });
  }
}

/** Ends the process that owns the ledger, as a crash would. */
export async function killDataProcess({ electron }: Application): Promise<void> {
  const killed = await electron.evaluate(({ app }) => {
    const data = app.getAppMetrics().find((each) => each.type === 'Utility' && each.name === 'tidu131-data');
    return data !== undefined && process.kill(data.pid, 'SIGKILL');
  });
  expect(killed).toBe(true);
}
