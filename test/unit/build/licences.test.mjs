import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { licenceList, mayShip, packageFolder } from '#build/config/licences.mjs';

const root = mkdtempSync(join(tmpdir(), 'tidu131-licences-'));

function installed(name, license) {
  const folder = join(root, 'node_modules', name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ name, version: '1.0.0', license }));
  writeFileSync(join(folder, 'LICENSE'), `licence of ${name}\n`);
  return folder;
}

it('a module belongs to the innermost package of its path; our own to none', () => {
  expect(packageFolder('/p/node_modules/antd/es/button/index.js')).toBe('/p/node_modules/antd');
  expect(packageFolder('/p/node_modules/a/node_modules/@scope/b/index.js')).toBe(
    '/p/node_modules/a/node_modules/@scope/b',
  );
  expect(packageFolder('/p/renderer/app/main.tsx')).toBeUndefined();
});

it('free licences may be shipped, of a choice one is enough, of several all are needed', () => {
  for (const licence of ['MIT', 'ISC', '(MIT OR GPL-3.0-or-later)', '(MIT AND Zlib)', 'BSD-3-Clause'])
    expect(mayShip(licence)).toBe(true);
  for (const licence of ['GPL-3.0', 'MIT AND GPL-3.0', 'none', 'SEE LICENSE IN EULA'])
    expect(mayShip(licence)).toBe(false);
});

it('every package is listed once with its text; one under a licence that binds us stops the build', () => {
  const [b, a] = [installed('b', 'ISC'), installed('a', 'MIT')];
  expect(licenceList(root, new Set([b, a]))).toEqual([
    { name: 'a', version: '1.0.0', licence: 'MIT', text: 'licence of a' },
    { name: 'b', version: '1.0.0', licence: 'ISC', text: 'licence of b' },
  ]);
  expect(() => licenceList(root, new Set([installed('c', 'GPL-3.0')]))).toThrow('c (GPL-3.0)');
});
