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
