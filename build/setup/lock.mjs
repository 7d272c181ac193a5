import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cacheFolder } from './places.mjs';
import { say } from './say.mjs';

const sharedLock = join(cacheFolder, 'setup.lock');
const pause = 500;
/** A lock without the number of its owner is being made, or its maker died; after this time it is the second. */
const makingMilliseconds = 10_000;

/** Lets only one set-up of this user work at a time; a lock whose process is gone is taken over. */
export async function withLock(work, place = sharedLock) {
  mkdirSync(dirname(place), { recursive: true });
  let told = false;
  while (!take(place)) {
    if (!told) say('另一个安装正在进行，等待它完成 …');
    told = true;
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
  try {
    return await work();
  } finally {
    rmSync(place, { recursive: true, force: true });
  }
}

function take(place) {
  try {
    mkdirSync(place);
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (ownerIsGone(place)) removeLock(place);
    return false;
  }
  writeFileSync(join(place, 'pid'), String(process.pid));
  return true;
}

/** Takes it aside before it goes: should another set-up have taken it over meanwhile, it is put back. */
function removeLock(place) {
  const aside = `${place}.${process.pid}`;
  try {
    renameSync(place, aside);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    return;
  }
  if (ownerIsGone(aside)) rmSync(aside, { recursive: true, force: true });
  else renameSync(aside, place);
}

function ownerIsGone(place) {
  const made = statSync(place, { throwIfNoEntry: false });
  if (made === undefined) return false;
  const file = join(place, 'pid');
  const owner = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
  if (!owner) return Date.now() - made.mtimeMs > makingMilliseconds;
  try {
    process.kill(owner, 0);
    return false;
  } catch (error) {
    return error.code === 'ESRCH';
  }
}
