import { existsSync } from 'node:fs';
import { dirname } from 'node:path';
import { readNote } from './places.mjs';
import { SetupError } from './say.mjs';

/** What the set-up found: which Electron runs, from where, and which SQLite binding is in use. */
export function readRuntime() {
  const runtime = readNote('runtime.json');
  if (runtime === undefined || !existsSync(runtime.electron)) {
    throw new SetupError('运行条件还没有准备好：请先运行 npm run setup。');
  }
  return { ...runtime, electronFolder: dirname(runtime.electron), needsNoSandbox: isRootOnLinux() };
}

/** Chromium's sandbox refuses to start as root; nobody else goes without it. */
function isRootOnLinux() {
  return process.platform === 'linux' && process.getuid() === 0;
}
