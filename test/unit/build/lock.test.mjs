import { existsSync, mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { withLock } from '#build/setup/lock.mjs';

let folder;
let place;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidu131-lock-'));
  place = join(folder, 'setup.lock');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('works that ask at the same time run one after another', async () => {
  const log = [];
  const work = (name) => async () => {
    log.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    log.push(`${name} ends`);
  };
  await Promise.all([withLock(work('first'), place), withLock(work('second'), place)]);
  expect(log[1]).toBe(log[0].replace('begins', 'ends'));
  expect(log).toHaveLength(4);
  expect(existsSync(place)).toBe(false);
});

test('a failing work gives the lock back', async () => {
  await expect(withLock(() => Promise.reject(new Error('no')), place)).rejects.toThrow('no');
  expect(existsSync(place)).toBe(false);
});

test('a lock left behind by a process that is gone is taken over', async () => {
  mkdirSync(place);
  writeFileSync(join(place, 'pid'), '999999999');
  expect(await withLock(async () => 'done', place)).toBe('done');
});

test('a lock whose owner died before it wrote its number is taken over', async () => {
  mkdirSync(place);
  const longAgo = new Date(Date.now() - 3_600_000);
  utimesSync(place, longAgo, longAgo);
  expect(await withLock(async () => 'done', place)).toBe('done');
});
