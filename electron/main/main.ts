import { mkdtempSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { app, BrowserWindow, Menu } from 'electron';
import { runCli } from '#electron/cli/run.ts';
import { registerScheme, servePages } from './app-protocol.ts';
import { broadcast } from './broadcast.ts';
import { type CommandLine, readCommandLine } from './command-line.ts';
import { type DataProcess, startDataProcess } from './data-process.ts';
import { unwrap } from './failure.ts';
import { openMainWindow } from './main-window.ts';
import { createOsHandlers } from './os-handlers.ts';
import { reportPdf } from './report-window.ts';
import { startRouter } from './router.ts';
import { lockSession } from './security.ts';

/*
 * The main process: 1. what was asked, 2. one instance only, 3. scheme and session, 4. data process and router,
 * 5. the window, or the command line, or the smoke test.
 */
const asked = readCommandLine(process.argv, app.isPackaged);
app.disableHardwareAcceleration();
registerScheme();
if (asked.smoke) app.setPath('userData', mkdtempSync(join(tmpdir(), 'tidu131-smoke-')));
void start(asked);

async function start(line: CommandLine): Promise<void> {
  if (line.cli === null && !app.requestSingleInstanceLock()) {
    app.quit();
    return;
  }
  await app.whenReady();
  Menu.setApplicationMenu(null);
  lockSession();
  servePages();
  if (line.cli !== null) await runCommand(line.cli);
  else if (line.smoke) await runSmoke();
  else openApplication(line);
}

function startServices(databasePath: string): DataProcess {
  const data = startDataProcess({ databasePath, actor: operatorName(), onEvent: broadcast });
  startRouter(data, createOsHandlers(data));
  app.on('will-quit', () => data.stop());
  return data;
}

function openApplication(line: CommandLine): void {
  const databasePath = line.databasePath ?? join(app.getPath('userData'), 'ledger', 'tidu131.sqlite');
  process.stdout.write(`数据库: ${databasePath}\n`);
  startServices(databasePath);
  const window = openMainWindow({ show: true });
  window.webContents.once('did-finish-load', () => process.stdout.write('窗口就绪\n'));
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore();
    window.focus();
  });
  app.on('window-all-closed', () => app.quit());
}

/** The command line inside Electron: no window of its own; papers are drawn in a hidden one. */
async function runCommand(args: readonly string[]): Promise<void> {
  app.on('window-all-closed', () => undefined);
  let code = 3;
  try {
    code = await runCli(args, {
      stdout: (text) => process.stdout.write(`${text}\n`),
      stderr: (text) => process.stderr.write(`${text}\n`),
      renderPdf: ({ databasePath, spec }) => {
        startServices(databasePath);
        return reportPdf(spec);
      },
    });
  } finally {
    app.exit(code);
  }
}

/** Proves that pages load and the data process answers, on a ledger folder that is thrown away. */
async function runSmoke(): Promise<void> {
  const databasePath = join(app.getPath('userData'), 'ledger', 'tidu131.sqlite');
  try {
    const data = startServices(databasePath);
    const window = openMainWindow({ show: false });
    await new Promise<void>((resolve) => window.webContents.once('did-finish-load', () => resolve()));
    const state = unwrap(await data.call('ledger.state', {}));
    process.stdout.write(
      `${JSON.stringify({ smoke: 'ok', databasePath, electron: process.versions.electron, state })}\n`,
    );
    for (const each of BrowserWindow.getAllWindows()) each.destroy();
    app.exit(0);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    app.exit(1);
  }
}

/** Name of the system account, for the audit trail. */
function operatorName(): string {
  try {
    return userInfo().username;
  } catch {
    // Some accounts have no entry in the system's user list; the trail still needs a name.
    return '本机用户';
  }
}
