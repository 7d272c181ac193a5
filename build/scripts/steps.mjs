// Runs programs one after another and prints what each took; the first failure ends the run with its name.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

/** A program of an installed package, run by this Node. */
export function tool(path, ...args) {
  return { command: process.execPath, args: [join(root, 'node_modules', path), ...args] };
}

/** A script of the project, run by this Node. */
export function script(path, ...args) {
  return { command: process.execPath, args: [join(root, path), ...args] };
}

/** A log that no terminal shows is to be read as it stands, so programs leave out their colours. */
export const plain = !process.stdout.isTTY;

/** Runs the steps in order; answers whether all passed. */
export async function runSteps(steps) {
  const table = [];
  for (const step of steps) {
    process.stdout.write(`\n── ${step.name}（${steps.indexOf(step) + 1}/${steps.length}）\n`);
    const started = performance.now();
    const code = await runOne(step);
    table.push(
      `${code === 0 ? '✓' : '✗'} ${step.name}  ${((performance.now() - started) / 1000).toFixed(1)} s`,
    );
    if (code !== 0) {
      process.stdout.write(`\n${table.join('\n')}\nfailed at: ${step.name}\n`);
      return false;
    }
  }
  process.stdout.write(`\n${table.join('\n')}\n`);
  return true;
}

function runOne({ command, args, env }) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      stdio: 'inherit',
      env: { ...(plain ? withoutColours(process.env) : process.env), ...env },
    });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 1));
  });
}

function withoutColours({ FORCE_COLOR: _forced, ...env }) {
  return { ...env, NO_COLOR: '1' };
}
