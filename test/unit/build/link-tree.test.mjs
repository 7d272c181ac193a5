import {
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { linkTree } from '#build/setup/link-tree.mjs';

let folder;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tidu131 链接 '));
  mkdirSync(join(folder, 'from/包/lib'), { recursive: true });
  mkdirSync(join(folder, 'from/.cache'));
  writeFileSync(join(folder, 'from/包/lib/a.js'), 'a');
  writeFileSync(join(folder, 'from/.cache/note'), 'n');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('the second tree has the same files and outlives the first', () => {
  if (process.platform !== 'win32') symlinkSync('lib/a.js', join(folder, 'from/包/link.js'));
  linkTree(join(folder, 'from'), join(folder, 'to'));
  rmSync(join(folder, 'from'), { recursive: true });
  expect(readFileSync(join(folder, 'to/包/lib/a.js'), 'utf8')).toBe('a');
  if (process.platform !== 'win32') expect(readlinkSync(join(folder, 'to/包/link.js'))).toBe('lib/a.js');
});

test('what is left out stays behind', () => {
  linkTree(join(folder, 'from'), join(folder, 'to'), (name) => name.startsWith('.'));
  expect(() => readFileSync(join(folder, 'to/.cache/note'))).toThrow('ENOENT');
  expect(readFileSync(join(folder, 'to/包/lib/a.js'), 'utf8')).toBe('a');
});

test('nothing that is there is replaced', () => {
  mkdirSync(join(folder, 'to/包/lib'), { recursive: true });
  writeFileSync(join(folder, 'to/包/lib/a.js'), 'other');
  expect(() => linkTree(join(folder, 'from'), join(folder, 'to'))).toThrow('EEXIST');
  expect(readFileSync(join(folder, 'to/包/lib/a.js'), 'utf8')).toBe('other');
});
