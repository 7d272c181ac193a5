import { existsSync, readdirSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { describe, expect, test } from 'vitest';
import { readRuntime } from '#build/setup/runtime.mjs';
import { listArchive } from './asar.ts';
import { packed } from './run-packed.ts';

/** How the executable writes a fuse that is off and one that is on. */
const fuseState = { off: '0'.charCodeAt(0), on: '1'.charCodeAt(0) };

/** All that the archive may hold. */
const allowedInArchive = [
  /^package\.json$/,
  /^out\/icon\.png$/,
  /^out\/electron\/(main|preload|data-host|excel-worker|cli|part-[\w-]+)\.cjs$/,
  /^out\/renderer\/(index|report)\.html$/,
  /^out\/renderer\/licences\.json$/,
  /^out\/renderer\/assets\/[\w.-]+\.(js|mjs|css|wasm|svg|png|woff2)$/,
  /^node_modules\/better-sqlite3\/(package\.json|LICENSE|lib\/[\w/-]+\.js)$/,
  /^node_modules\/better-sqlite3\/(build\/Release\/better_sqlite3|prebuilds\/[a-z0-9]+-[a-z0-9]+)\.node$/,
];

describe('the packed folder', () => {
  const archive = listArchive(join(packed.resources, 'app.asar'));

  test('holds the bundle, the SQLite driver and nothing else', () => {
    const foreign = [...archive.keys()].filter((path) => !allowedInArchive.some((each) => each.test(path)));
    expect(foreign).toEqual([]);
    for (const needed of [
      'package.json',
      'out/electron/main.cjs',
      'out/electron/excel-worker.cjs',
      'out/renderer/licences.json',
    ]) {
      expect(archive.has(needed)).toBe(true);
    }
  });

  test('holds one native binding, outside the archive', () => {
    const bindings = [...archive].filter(([path]) => path.endsWith('.node'));
    expect(bindings).toHaveLength(1);
    expect(bindings[0]?.[1].unpacked).toBe(true);
    const unpacked = filesBelow(join(packed.resources, 'app.asar.unpacked'));
    expect(unpacked).toEqual([bindings[0]?.[0]]);
  });

  test('adds nothing to the Electron runtime but the executable, the archive and the binding', () => {
    if (process.platform === 'darwin') return expect(existsSync(packed.executable)).toBe(true);
    const runtime = new Set(filesBelow(readRuntime().electronFolder));
    const added = filesBelow(packed.folder).filter((path) => !runtime.has(path));
    const expected = [relative(packed.folder, packed.executable), 'resources/app.asar'];
    const rest = added.filter(
      (path) => !expected.includes(path) && !path.startsWith('resources/app.asar.unpacked/'),
    );
    expect(rest).toEqual([]);
    expect(existsSync(join(packed.resources, 'app'))).toBe(false);
    expect(existsSync(join(packed.resources, 'default_app.asar'))).toBe(false);
  });

  test('has the fuses of a shipped build', async () => {
    const wire = await getCurrentFuseWire(packed.executable);
    const off = [
      FuseV1Options.RunAsNode,
      FuseV1Options.EnableNodeOptionsEnvironmentVariable,
      FuseV1Options.EnableNodeCliInspectArguments,
      FuseV1Options.EnableCookieEncryption,
      FuseV1Options.LoadBrowserProcessSpecificV8Snapshot,
      FuseV1Options.GrantFileProtocolExtraPrivileges,
    ];
    for (const fuse of off) expect({ fuse, state: wire[fuse] }).toEqual({ fuse, state: fuseState.off });
    expect(wire[FuseV1Options.OnlyLoadAppFromAsar]).toBe(fuseState.on);
  });
});

function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}
