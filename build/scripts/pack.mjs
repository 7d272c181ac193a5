// `npm run pack`: the packed folder for this system in dist/. `--test` keeps the inspector, for test drivers;
// `--installer` makes the installers of this system instead of a bare folder; `--arch=arm64` packs for another processor.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Arch, build, Platform } from 'electron-builder';
import { builderConfig } from '../config/electron-builder.mjs';
import { writeIcons } from '../pack/icon.mjs';
import { packedPlaces } from '../pack/places.mjs';
import { stageApplication } from '../pack/stage.mjs';
import { installedVersion } from '../setup/places.mjs';
import { readRuntime } from '../setup/runtime.mjs';
import { bundle } from './bundle.mjs';
import { root } from './steps.mjs';

const args = process.argv.slice(2);
const test = args.includes('--test');
const installer = args.includes('--installer');
const arch = args.find((arg) => arg.startsWith('--arch='))?.slice('--arch='.length) ?? process.arch;
const started = performance.now();

/** The runtime at hand serves this processor; for another one the builder fetches the official Electron. */
function chooseElectron() {
  if (arch !== process.arch) return { electronVersion: installedVersion('electron') };
  const { electronVersion, electronFolder, electronSource } = readRuntime();
  if (electronSource === 'registry') {
    process.stderr.write(
      `用本机的 Electron ${electronVersion} 打包，只供本机试用；发布用官方 Electron 打包。\n`,
    );
  }
  return { electronVersion, electronFolder };
}

await bundle();
const work = join(root, 'dist/work');
const output = join(root, test ? 'dist/test' : 'dist');
const electron = chooseElectron();
const app = join(work, 'app');
const icons = join(work, 'icons');
rmSync(packedPlaces(output, { arch }).folder, { recursive: true, force: true });
stageApplication({
  root,
  folder: app,
  electronVersion: electron.electronVersion,
  platform: process.platform,
  arch,
});
writeIcons(icons);
await build({
  projectDir: app,
  targets: Platform.current().createTarget(installer ? undefined : 'dir', Arch[arch]),
  publish: 'never',
  config: builderConfig({ ...electron, app, icons, output, test }),
});
rmSync(join(output, 'builder-debug.yml'), { force: true });
rmSync(work, { recursive: true, force: true });
process.stderr.write(
  `${installer ? output : packedPlaces(output, { arch }).folder}  ${((performance.now() - started) / 1000).toFixed(1)} s\n`,
);
