// `npm run dev`: builds, opens the application, and does both again whenever a source changes.
import { spawn } from 'node:child_process';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { startElectron } from './electron.mjs';
import { endingClearly } from './failure.mjs';
import { root, script } from './steps.mjs';

const watched = ['electron', 'renderer', 'shared'];
/** Editors write a file in several steps; a change counts when it has been quiet for so long. */
const quietMilliseconds = 150;
const args = process.argv.slice(2);
let application;
let building = false;
let changed = false;

/** Built in a process of its own, so that a change of the build itself counts too. */
function build() {
  const { command, args: words } = script('build/scripts/bundle.mjs');
  return new Promise((resolve, reject) => {
    const child = spawn(command, words, { cwd: root, stdio: 'inherit' });
    child.once('error', reject);
    child.once('exit', (code) => resolve(code === 0));
  });
}

async function restart() {
  changed = true;
  if (building) return;
  building = true;
  while (changed) {
    changed = false;
    if (!(await build())) continue; // what is wrong stands above; the application that runs goes on
    const before = application;
    application = undefined;
    before?.stop();
    await before?.ended;
    application = await startElectron(args);
    void followEnd(application);
  }
  building = false;
}

/** Closing the window ends the command; a restart does not. */
async function followEnd(started) {
  const code = await started.ended;
  if (application === started) process.exit(code);
}

await endingClearly(restart);
let timer;
for (const folder of watched) {
  watch(join(root, folder), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => endingClearly(restart), quietMilliseconds);
  });
}
process.stderr.write(
  `改动 ${watched.join('、')} 中的文件后会重新构建并重开窗口；关闭窗口或按 Ctrl+C 结束。\n`,
);
