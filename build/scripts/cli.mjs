// Runs the command line from the sources: builds what is stale, then runs it in this process.
// A paper as PDF needs a real window, so that one command runs in Electron with the same arguments.
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { bundle } from './bundle.mjs';
import { startElectron } from './electron.mjs';
import { endingClearly } from './failure.mjs';
import { root } from './steps.mjs';

const args = process.argv.slice(2);
await endingClearly(async () => {
  await bundle();
  if (args[0] === 'report' && args.some((arg) => /\.pdf$/i.test(arg))) {
    const { ended } = await startElectron(['cli', ...args], { quiet: true });
    process.exitCode = await ended;
  } else {
    createRequire(import.meta.url)(join(root, 'out/electron/cli.cjs'));
  }
});
