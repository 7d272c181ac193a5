// Puts together the folder that becomes the packed application. It holds what is copied here and nothing else.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** The first Electron whose Node-API loads the prebuilt SQLite binding. */
const prebuiltSince = 35;

/** The one binding that fits this Electron: the prebuilt one, or for an older runtime the one compiled here. */
export function bindingFile({ electronVersion, platform, arch }) {
  const major = Number(electronVersion.split('.')[0]);
  return major >= prebuiltSince ? `prebuilds/${platform}-${arch}.node` : 'build/Release/better_sqlite3.node';
}

/** Makes `folder` anew: the bundle, a short package.json, the SQLite driver with its one binding. */
export function stageApplication({ root, folder, electronVersion, platform, arch }) {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, 'out'), join(folder, 'out'), {
    recursive: true,
    filter: (path) => !/(?:^|[\\/])stamp$|\.map$/.test(path),
  });
  const description = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const { name, productName, version, author, license, main, dependencies } = description;
  const driver = { 'better-sqlite3': dependencies['better-sqlite3'] };
  writeFileSync(
    join(folder, 'package.json'),
    JSON.stringify({
      name,
      productName,
      version,
      description: description.description,
      author,
      license,
      main,
      dependencies: driver,
    }),
  );
  stageDriver(join(root, 'node_modules/better-sqlite3'), join(folder, 'node_modules/better-sqlite3'), {
    binding: bindingFile({ electronVersion, platform, arch }),
  });
}

function stageDriver(from, to, { binding }) {
  if (!existsSync(join(from, binding))) throw new Error(`没有这个系统用的 SQLite 接口：${binding}`);
  cpSync(join(from, 'lib'), join(to, 'lib'), { recursive: true });
  cpSync(join(from, 'LICENSE'), join(to, 'LICENSE'));
  mkdirSync(dirname(join(to, binding)), { recursive: true });
  cpSync(join(from, binding), join(to, binding));
  const { name, version, main, exports, license } = JSON.parse(
    readFileSync(join(from, 'package.json'), 'utf8'),
  );
  writeFileSync(join(to, 'package.json'), JSON.stringify({ name, version, main, exports, license }));
}
