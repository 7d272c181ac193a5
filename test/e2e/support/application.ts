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

/** A scratch folder for one test. */
export function scratchFolder(): string {
  return mkdtempSync(join(tmpdir(), 'tidu131-e2e-'));
}

/** Starts the application; the same folder opens the same ledger again. */
export async function launch(folder: string): Promise<Application> {
  const runtime = readRuntime();
  const electron = await _electron.launch({
    executablePath: runtime.electron,
    args: [
      ...(runtime.needsNoSandbox ? ['--no-sandbox'] : []),
      `--user-data-dir=${join(folder, 'profile')}`,
      root,
      `--db=${join(folder, '台账.sqlite')}`,
    ],
  });
  const page = await electron.firstWindow();
  return { electron, page, folder };
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
