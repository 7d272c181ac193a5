// Starts the Electron that the set-up found on this project, with a virtual display where there is none.
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { readRuntime } from '../setup/runtime.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Whether a window needs a virtual display here. */
export function needsVirtualDisplay() {
  return process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
}

/** Runs Electron on the project until it ends; answers its exit code. */
export function runElectron(args, { quiet = false } = {}) {
  const runtime = readRuntime();
  const electronArgs = [...(runtime.needsNoSandbox ? ['--no-sandbox'] : []), root, ...args];
  const [command, commandArgs] = needsVirtualDisplay()
    ? ['xvfb-run', ['-a', runtime.electron, ...electronArgs]]
    : [runtime.electron, electronArgs];
  if (!quiet && needsVirtualDisplay()) process.stderr.write('没有显示器：在虚拟显示（xvfb）中打开窗口\n');
  return new Promise((resolve, reject) => {
    const child = spawn(command, commandArgs, { stdio: 'inherit', cwd: root });
    for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => child.kill(signal));
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}
