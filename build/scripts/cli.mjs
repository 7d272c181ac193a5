// Runs the command line from the sources: builds what is stale, then runs it in this process.
// A paper as PDF needs a real window, so that one command runs in Electron with the same arguments.
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { bundle } from './bundle.mjs';
import { runElectron } from './electron.mjs';

const args = process.argv.slice(2);
await bundle();
if (args[0] === 'report' && args.some((arg) => /\.pdf$/i.test(arg))) {
  process.exitCode = await runElectron(['cli', ...args], { quiet: true });
} else {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  createRequire(import.meta.url)(`${root}/out/electron/cli.cjs`);
}
