// Starts the Electron that the set-up found on this project, with a virtual display where there is none.
import { spawn } from 'node:child_process';
import { readRuntime } from '../setup/runtime.mjs';
import { needsVirtualDisplay, startVirtualDisplay } from './display.mjs';
import { root } from './steps.mjs';

/**
 * Starts Electron on the project. Signals to this process are passed on, so that the application ends as if its
 * window had been closed. `ended` answers its exit code, `stop` ends it.
 */
export async function startElectron(args, { quiet = false } = {}) {
  const runtime = readRuntime();
  const display = needsVirtualDisplay() ? await startVirtualDisplay() : undefined;
  if (display !== undefined && !quiet) {
    process.stderr.write(`没有显示器：窗口开在虚拟显示 xvfb（${display.name}）里\n`);
  }
  // Chromium's own remarks, such as a missing system bus, tell a user nothing; ours go to standard output and the log.
  const switches = ['--log-level=3', ...(runtime.needsNoSandbox ? ['--no-sandbox'] : [])];
  const env = display === undefined ? process.env : { ...process.env, DISPLAY: display.name };
  const child = spawn(runtime.electron, [...switches, root, ...args], { stdio: 'inherit', cwd: root, env });
  const stop = () => child.kill();
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
  for (const signal of signals) process.on(signal, stop);
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  }).finally(() => {
    display?.stop();
    for (const signal of signals) process.off(signal, stop);
  });
  return { ended, stop };
}
