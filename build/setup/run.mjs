import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { SetupError } from './say.mjs';

/** Runs a program quietly; answers its exit code and all it printed. */
export function run(command, args, { cwd, env = {}, timeoutMs } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs, killSignal: 'SIGKILL' }),
    });
    let output = '';
    child.stdout.on('data', (data) => (output += data));
    child.stderr.on('data', (data) => (output += data));
    child.once('error', (error) => resolve({ code: 127, output: error.message }));
    child.once('close', (code, signal) => resolve({ code: code ?? 1, signal, output }));
  });
}

/** npm's own folder, found from the npm that runs this script or from Node's. */
export function npmFolder() {
  const places = [
    process.env.npm_execpath ? dirname(dirname(process.env.npm_execpath)) : undefined,
    join(dirname(process.execPath), 'node_modules', 'npm'),
    join(dirname(process.execPath), '..', 'lib', 'node_modules', 'npm'),
  ];
  const found = places.find((place) => place !== undefined && existsSync(join(place, 'bin', 'npm-cli.js')));
  if (found === undefined) throw new SetupError('找不到 npm：请安装带 npm 的 Node.js（20.19 以上）后重试。');
  return found;
}

/** Runs npm with the Node that runs this script; the same on every system, without a shell. */
export function npm(args, options) {
  return run(process.execPath, [join(npmFolder(), 'bin', 'npm-cli.js'), ...args], options);
}

/** The last lines of a program's output, for a message. */
export function tail(output, lines = 3) {
  return output.trim().split('\n').slice(-lines).join(' | ');
}
