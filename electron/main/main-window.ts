import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { z } from 'zod';
import { appOrigin } from './app-address.ts';
import { logLine } from './log.ts';
import { lockContents, webPreferences } from './security.ts';

const PlaceSchema = z.object({
  width: z.number().int().min(800).max(10_000),
  height: z.number().int().min(600).max(10_000),
  maximised: z.boolean(),
});
const firstPlace = { width: 1366, height: 768, maximised: false };

/** Opens the window of the application; it shows itself when it has painted. */
export function openMainWindow({ show }: { readonly show: boolean }): BrowserWindow {
  const place = readPlace();
  const window = new BrowserWindow({
    title: '梯度131',
    icon: join(__dirname, '../icon.png'),
    width: place.width,
    height: place.height,
    minWidth: 1024,
    minHeight: 640,
    show: false,
    backgroundColor: '#f4f6fa',
    autoHideMenuBar: true,
    webPreferences: { ...webPreferences, preload: join(__dirname, 'preload.cjs') },
  });
  lockContents(window.webContents);
  window.once('ready-to-show', () => {
    if (!show) return;
    if (place.maximised) window.maximize();
    window.show();
  });
  window.on('page-title-updated', (event) => event.preventDefault());
  window.on('close', () => writePlace(window));
  let reloaded = false;
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    logLine(`page process gone: ${reason}`);
    if (!reloaded && reason !== 'clean-exit') window.webContents.reload();
    reloaded = true;
  });
  void window.loadURL(`${appOrigin}index.html`);
  return window;
}

/**
 * Waits until a person can work in the window: the page has drawn its frame and nothing in it is still on its way.
 * Pages mark the first with `data-ready`, the second by the absence of `aria-busy`.
 */
export async function whenDrawn(window: BrowserWindow): Promise<void> {
  if (window.webContents.isLoading()) {
    await new Promise<void>((resolve) => window.webContents.once('did-finish-load', () => resolve()));
  }
  await window.webContents.executeJavaScript(untilDrawn);
}

const untilDrawn = `new Promise((resolve) => {
  const root = document.documentElement;
  const drawn = () => root.dataset.ready === 'true' && document.querySelector('[aria-busy="true"]') === null;
  if (drawn()) return resolve();
  const observer = new MutationObserver(() => {
    if (!drawn()) return;
    observer.disconnect();
    resolve();
  });
  observer.observe(root, { attributes: true, childList: true, subtree: true, attributeFilter: ['data-ready', 'aria-busy'] });
})`;

function placeFile(): string {
  return join(app.getPath('userData'), 'window.json');
}

function readPlace(): z.output<typeof PlaceSchema> {
  try {
    return PlaceSchema.parse(JSON.parse(readFileSync(placeFile(), 'utf8')));
  } catch {
    // First start, or a file that someone edited: the window opens in its usual size.
    return firstPlace;
  }
}

function writePlace(window: BrowserWindow): void {
  const { width, height } = window.getNormalBounds();
  writeFileSync(placeFile(), JSON.stringify({ width, height, maximised: window.isMaximized() }));
}
