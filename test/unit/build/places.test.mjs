import { join } from 'node:path';
import { expect, test } from 'vitest';
import { cacheHome, hashOf } from '#build/setup/places.mjs';

const home = join('/home', '张三');

test('what is fetched is kept where the system keeps caches', () => {
  expect(cacheHome('linux', {}, home)).toBe(join(home, '.cache'));
  expect(cacheHome('linux', { XDG_CACHE_HOME: '/var/cache' }, home)).toBe('/var/cache');
  expect(cacheHome('darwin', {}, home)).toBe(join(home, 'Library', 'Caches'));
  expect(cacheHome('win32', { LOCALAPPDATA: 'D:\\缓存' }, home)).toBe('D:\\缓存');
  expect(cacheHome('win32', {}, home)).toBe(join(home, 'AppData', 'Local'));
});

test('a relative XDG folder does not count, as the standard says', () => {
  expect(cacheHome('linux', { XDG_CACHE_HOME: 'cache' }, home)).toBe(join(home, '.cache'));
});

test('keys tell apart what is only divided differently', () => {
  expect(hashOf('ab', 'c')).not.toBe(hashOf('a', 'bc'));
  expect(hashOf('a')).toBe(hashOf(Buffer.from('a')));
});
