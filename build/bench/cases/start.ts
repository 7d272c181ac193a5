import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { BenchCase, Place } from '../bench-case.ts';
import { fillLedger } from '../ledger.ts';

const databaseOf = ({ folder }: Place) => join(folder, 'start.sqlite');

/** From the start of the program to a window in which a person can work; the floor is an empty window. */
export const startCase: BenchCase = {
  name: 'start',
  sizes: { quick: [1_000], full: [100_000] },
  repeat: 7,
  floorName: 'a window of the same Electron with one line of text',
  prepare: async (place) => {
    fillLedger(databaseOf(place), place.size);
    writeBareApplication(join(place.folder, 'bare'));
    // A first start makes the profile; people mostly see the later ones.
    await startAndStop(place, 'bare', 'ready', [join(place.folder, 'bare')]);
    await startAndStop(place, 'application', '窗口就绪', applicationArguments(place));
  },
  floor: async (place) => ({
    'interactive window': await startAndStop(place, 'bare', 'ready', [join(place.folder, 'bare')]),
  }),
  run: async (place) => ({
    'interactive window': await startAndStop(place, 'application', '窗口就绪', applicationArguments(place)),
  }),
};

function applicationArguments(place: Place): readonly string[] {
  return [place.electron.root, `--db=${databaseOf(place)}`];
}

/** Milliseconds until the program prints the line; it is then ended and waited for. */
async function startAndStop(
  { folder, electron }: Place,
  profile: string,
  line: string,
  args: readonly string[],
): Promise<number> {
  const started = performance.now();
  const switches = [...electron.switches, `--user-data-dir=${join(folder, `profile-${profile}`)}`];
  const child = spawn(electron.path, [...switches, ...args], { stdio: ['ignore', 'pipe', 'ignore'] });
  await printed(child, line);
  const ms = performance.now() - started;
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill();
  await ended;
  return ms;
}

function printed(child: ChildProcess, line: string): Promise<void> {
  return new Promise((resolve, reject) => {
    let output = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      if (output.split('\n').includes(line)) resolve();
    });
    child.once('error', reject);
    child.once('exit', (code) =>
      reject(new Error(`ended with ${code} before it printed ${line}: ${output}`)),
    );
  });
}

function writeBareApplication(folder: string): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({ name: 'bare', version: '1.0.0', main: 'main.cjs' }),
  );
  writeFileSync(
    join(folder, 'main.cjs'),
    `const { app, BrowserWindow } = require('electron');
app.disableHardwareAcceleration();
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1366, height: 768, show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => window.show());
  window.webContents.once('did-finish-load', async () => {
    await window.webContents.executeJavaScript('document.body.textContent');
    process.stdout.write('ready\\n');
  });
  window.loadURL('data:text/html,<p>ready');
});
`,
  );
}
