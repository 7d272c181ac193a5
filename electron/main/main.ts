import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { app, Menu } from 'electron';
import { registerScheme, servePages } from './app-protocol.ts';
import { broadcast } from './broadcast.ts';
import { type CommandLine, readCommandLine } from './command-line.ts';
import { type DataProcess, startDataProcess } from './data-process.ts';
import { logLine } from './log.ts';
import { openMainWindow, whenDrawn } from './main-window.ts';
import { createOsHandlers } from './os-handlers.ts';
import { reportPdf } from './report-window.ts';
import { startRouter } from './router.ts';
import { lockSession } from './security.ts';
import { runSmoke } from './smoke.ts';
import { watchFolder } from './watched-folder.ts';

/*
 * The main process: 1. what was asked, 2. one instance only, 3. scheme and session, 4. data process and router,
 * 5. the window, or the command line, or the smoke test.
 */
const asked = readCommandLine(process.argv, app.isPackaged);
app.disableHardwareAcceleration();
registerScheme();
if (asked.smoke !== null) app.setPath('userData', mkdtempSync(join(tmpdir(), 'tidu131-smoke-')));
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
  else if (line.smoke !== null) await trySmoke(line.smoke.roster);
  else openApplication(line);
}

function startServices(databasePath: string): DataProcess {
  const data = startDataProcess({ databasePath, actor: operatorName(), onEvent: broadcast });
  const watched = watchFolder(join(app.getPath('userData'), 'watched-folder.json'), data, () =>
    broadcast('data.changed', { changeSetId: null }),
  );
  startRouter(data, createOsHandlers(data, watched));
  app.on('will-quit', () => {
    watched.close();
    data.stop();
  });
  return data;
}

function openApplication(line: CommandLine): void {
  const databasePath = line.databasePath ?? join(app.getPath('userData'), 'ledger', 'tidu131.sqlite');
  process.stdout.write(`数据库：${databasePath}\n`);
  startServices(databasePath);
  const window = openMainWindow({ show: true });
  void whenDrawn(window).then(
    () => process.stdout.write('窗口就绪\n'),
    (error) => logLine(`the window did not become ready: ${String(error)}`),
  );
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
    // Read only here: a window does not wait for the core, which lives in the data process.
    const { runCli } = await import('#electron/cli/run.ts');
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

/** Runs the smoke test; its profile is thrown away with the ledger in it. */
async function trySmoke(roster: string | null): Promise<void> {
  const profile = app.getPath('userData');
  app.on('window-all-closed', () => undefined);
  app.once('quit', () => rmSync(profile, { recursive: true, force: true }));
  try {
    const result = await runSmoke(startServices(join(profile, 'ledger', 'tidu131.sqlite')), roster);
    process.stdout.write(`${JSON.stringify(result)}\n`);
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
