import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { linkTree } from './link-tree.mjs';
import { cacheFolder, hashOf, noteFolder, readNote, root, writeNote } from './places.mjs';
import { npm, tail } from './run.mjs';
import { SetupError, timed } from './say.mjs';

const installed = join(root, 'node_modules');
/** Sets of packages kept for other clones; the oldest goes first. */
const setsKept = 3;

/**
 * Installs the npm packages when the lockfile is not the one they were installed from. A set that was installed once
 * on this machine is kept in the cache, so that the next clone only links it.
 */
export async function ensurePackages() {
  const key = hashOf(
    readFileSync(join(root, 'package-lock.json')),
    process.version,
    process.platform,
    process.arch,
  );
  if (existsSync(noteFolder) && readNote('packages.json')?.key === key) return;
  const kept = join(cacheFolder, `packages-${key}`);
  if (existsSync(kept)) {
    await timed('从缓存取出 npm 软件包', () => {
      rmSync(installed, { recursive: true, force: true });
      linkTree(kept, installed);
    });
  } else {
    await timed('安装 npm 软件包', install);
    keep(kept);
  }
  writeNote('packages.json', { key });
}

async function install() {
  const { code, output } = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: root });
  if (code !== 0)
    throw new SetupError(`npm 软件包没有装上（${tail(output)}）：请检查软件源后运行 npm ci --ignore-scripts`);
}

/** Keeps the set as npm made it: without notes and caches that programs put beside the packages. */
function keep(kept) {
  const partial = `${kept}.partial`;
  rmSync(partial, { recursive: true, force: true });
  mkdirSync(cacheFolder, { recursive: true });
  linkTree(installed, partial, (name) => /^\.(?:tidu131|cache|vite)/.test(name));
  renameSync(partial, kept);
  const sets = readdirSync(cacheFolder)
    .filter((name) => /^packages-[0-9a-f]+$/.test(name))
    .map((name) => join(cacheFolder, name))
    .sort((a, b) => statSync(b).mtimeMs - statSync(a).mtimeMs);
  for (const old of sets.slice(setsKept)) rmSync(old, { recursive: true, force: true });
}
