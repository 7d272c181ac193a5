// Builds out/ when the sources have changed since the last build. Messages go to standard error.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { licenceList } from '../config/licences.mjs';
import { iconPng } from '../pack/icon.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const stamp = join(root, 'out/stamp');
const inputs = [
  'electron',
  'renderer',
  'shared',
  'build/config',
  'build/pack',
  'package.json',
  'package-lock.json',
];

/** Builds what is stale; answers whether anything was built. */
export async function bundle() {
  const hash = hashInputs();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return false;
  const { buildPages, buildPreload, buildPrograms, missingEntries } = await import('../config/bundles.mjs');
  const missing = missingEntries(root);
  if (missing.length > 0) throw new Error(`entries are missing: ${missing.join(', ')}`);
  const started = performance.now();
  rmSync(join(root, 'out'), { recursive: true, force: true });
  mkdirSync(join(root, 'out/electron'), { recursive: true });
  writeFileSync(join(root, 'out/icon.png'), iconPng(256));
  const packages = new Set();
  await buildPrograms(root, packages);
  await buildPreload(root, packages);
  await buildPages(root, packages);
  writeFileSync(join(root, 'out/renderer/licences.json'), JSON.stringify(licenceList(root, packages)));
  writeFileSync(stamp, hash);
  process.stderr.write(`built in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  return true;
}

function hashInputs() {
  const hash = createHash('sha256');
  for (const input of inputs) addTo(hash, input);
  return hash.digest('hex');
}

function addTo(hash, path) {
  const full = join(root, path);
  if (!existsSync(full)) return;
  if (/\.[a-z]+$/.test(path)) {
    hash.update(path);
    hash.update(readFileSync(full));
    return;
  }
  for (const name of readdirSync(full).sort()) addTo(hash, `${path}/${name}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await bundle();
