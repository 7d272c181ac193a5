import { inflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { builderConfig, fusesOf } from '#build/config/electron-builder.mjs';
import { iconPng } from '#build/pack/icon.mjs';
import { bindingFile } from '#build/pack/stage.mjs';

describe('the binding that is packed', () => {
  test('is the prebuilt one of the target system where Electron can load it', () => {
    expect(bindingFile({ electronVersion: '45.4.1', platform: 'win32', arch: 'x64' })).toBe(
      'prebuilds/win32-x64.node',
    );
    expect(bindingFile({ electronVersion: '35.0.0', platform: 'linux', arch: 'arm64' })).toBe(
      'prebuilds/linux-arm64.node',
    );
  });

  test('is the one compiled here for an older Electron', () => {
    expect(bindingFile({ electronVersion: '33.2.1', platform: 'linux', arch: 'x64' })).toBe(
      'build/Release/better_sqlite3.node',
    );
  });
});

test('only a test build lets a driver attach; nothing else differs', () => {
  const { enableNodeCliInspectArguments: shipped, ...rest } = fusesOf({ test: false });
  const { enableNodeCliInspectArguments: tested, ...testRest } = fusesOf({ test: true });
  expect([shipped, tested]).toEqual([false, true]);
  expect(rest).toEqual(testRest);
});

test('installers keep data, go to one place, and have no name a tool could trip over', () => {
  const config = builderConfig({ app: 'a', icons: 'i', output: 'o', electronVersion: '45.4.1', test: false });
  expect(config.nsis).toMatchObject({
    perMachine: true,
    deleteAppDataOnUninstall: false,
    shortcutName: '梯度131',
  });
  expect(config.publish).toBeNull();
  expect(config.npmRebuild).toBe(false);
  for (const name of [config.win.executableName, config.linux.executableName, config.artifactName]) {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: ASCII is what is meant
    expect(name).toMatch(/^[\x00-\x7f]+$/);
  }
});

test('the icon shows three steps that rise on blue', () => {
  const size = 64;
  const png = iconPng(size);
  expect(png.readUInt32BE(16)).toBe(size);
  const rows = inflateSync(png.subarray(41, 41 + png.readUInt32BE(33)));
  const pixel = (x, y) => [...rows.subarray(y * (1 + size * 4) + 1 + x * 4).subarray(0, 4)];
  expect(pixel(0, 0)[3]).toBe(0);
  expect(pixel(32, 6)).toEqual([0x2a, 0x5c, 0xaa, 255]);
  const blue = (x, y) => pixel(x, y)[0] === 0x2a;
  const heights = [18, 32, 45].map(
    (x) => Array.from({ length: size }, (_, y) => y).filter((y) => !blue(x, y)).length,
  );
  expect(heights[0]).toBeGreaterThan(0);
  expect(heights[1]).toBeGreaterThan(heights[0]);
  expect(heights[2]).toBeGreaterThan(heights[1]);
});
