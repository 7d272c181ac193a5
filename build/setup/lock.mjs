import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder } from './places.mjs';
import { say } from './say.mjs';

const place = join(cacheFolder, 'setup.lock');
const pause = 500;

/** Lets only one set-up of this user work at a time; a lock whose process is gone is taken over. */
export async function withLock(work) {
  mkdirSync(cacheFolder, { recursive: true });
  let told = false;
  while (!take()) {
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

function take() {
  try {
    mkdirSync(place);
    writeFileSync(join(place, 'pid'), String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
    if (!ownerLives()) rmSync(place, { recursive: true, force: true });
    return false;
  }
}

function ownerLives() {
  try {
    process.kill(Number(readFileSync(join(place, 'pid'), 'utf8')), 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}
