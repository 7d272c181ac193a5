// Sets up what this machine is missing, and nothing else: system libraries, npm packages, an Electron runtime, a
// SQLite binding that loads. Runs before every command through npm's pre scripts; when nothing is missing it only looks.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findElectron } from './electron-runtime.mjs';
import { withLock } from './lock.mjs';
import { ensurePackages } from './packages.mjs';
import { hashOf, readNote, root, writeNote } from './places.mjs';
import { SetupError, say } from './say.mjs';
import { ensureSqlite } from './sqlite-binding.mjs';
import { ensureSystemPackages } from './system-libraries.mjs';
import { bindingWords, sourceWords } from './words.mjs';

const oldestNode = [20, 19];

async function main() {
  const started = performance.now();
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  if (major < oldestNode[0] || (major === oldestNode[0] && minor < oldestNode[1])) {
    throw new SetupError(`Node.js 版本过低（${process.version}）：请安装 ${oldestNode.join('.')} 以上版本。`);
  }
  const key = stateKey();
  if (isReady(key)) return;
  await withLock(async () => {
    await ensureSystemPackages();
    await ensurePackages();
    const electron = await findElectron();
    const sqliteBinding = await ensureSqlite(electron.path);
    writeNote('runtime.json', {
      key,
      electron: electron.path,
      electronVersion: electron.version,
      electronSource: electron.source,
      sqliteBinding,
    });
    say(
      `运行时：Electron ${electron.version}（${sourceWords[electron.source]}），SQLite 接口：${bindingWords[sqliteBinding]}`,
    );
  });
  say(`准备完成，共用时 ${((performance.now() - started) / 1000).toFixed(1)} 秒`);
}

/** Everything that, when it changes, makes the set-up look again. */
function stateKey() {
  return hashOf(
    readFileSync(join(root, 'package-lock.json')),
    process.version,
    process.platform,
    process.arch,
    process.env.ELECTRON_OVERRIDE_DIST_PATH ?? '',
  );
}

function isReady(key) {
  const note = readNote('runtime.json');
  if (note?.key !== key || !existsSync(note.electron)) return false;
  if (
    note.sqliteBinding === 'compiled' &&
    !existsSync(join(root, 'node_modules/better-sqlite3/build/Release/better_sqlite3.node'))
  ) {
    return false;
  }
  return (
    process.platform !== 'linux' ||
    !!process.env.DISPLAY ||
    !existsSync('/etc/debian_version') ||
    existsSync('/usr/bin/xvfb-run')
  );
}

try {
  await main();
} catch (error) {
  if (!(error instanceof SetupError)) throw error;
  say(error.message);
  process.exitCode = 1;
}
