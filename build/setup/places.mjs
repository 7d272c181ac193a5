import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The project's own folder. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/[\\/]$/, '');

/** Where the set-up notes what it found; goes with node_modules. */
export const noteFolder = join(root, 'node_modules', '.tidu131');

/** Where this system keeps what programs could fetch again. */
export function cacheHome(platform, env, home) {
  if (platform === 'win32') return env.LOCALAPPDATA || join(home, 'AppData', 'Local');
  if (platform === 'darwin') return join(home, 'Library', 'Caches');
  const named = env.XDG_CACHE_HOME ?? '';
  return isAbsolute(named) ? named : join(home, '.cache');
}

/** The user's cache folder: what is fetched or compiled is kept there for every clone. */
export const cacheFolder = join(cacheHome(process.platform, process.env, homedir()), 'tidu131');

/** Hash of texts and files, for keys and stamps. */
export function hashOf(...parts) {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part).update('\0');
  return hash.digest('hex').slice(0, 16);
}

/** Reads a note; nothing when it is not there or damaged (then the step is simply done again). */
export function readNote(name) {
  const path = join(noteFolder, name);
  if (!existsSync(path)) return undefined;
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Writes a note. */
export function writeNote(name, value) {
  mkdirSync(noteFolder, { recursive: true });
  writeFileSync(join(noteFolder, name), `${JSON.stringify(value, null, 2)}\n`);
}

/** Version of an installed package. */
export function installedVersion(name) {
  return JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8')).version;
}
