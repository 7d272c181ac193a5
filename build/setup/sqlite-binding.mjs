import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cacheFolder, hashOf, installedVersion, root } from './places.mjs';
import { npmFolder, run, tail } from './run.mjs';
import { SetupError, timed } from './say.mjs';
import { compilerPackages, ensureSystemPackages } from './system-libraries.mjs';

const header = fileURLToPath(new URL('./node-api-9.h', import.meta.url));
const packageFolder = join(root, 'node_modules/better-sqlite3');
const installed = join(packageFolder, 'build/Release/better_sqlite3.node');
const probe =
  "const D=require('better-sqlite3');const d=new D(':memory:');process.stdout.write(d.prepare('SELECT sqlite_version()').pluck().get());d.close()";

/**
 * Makes sure that SQLite loads under this Node and under the Electron found. The prebuilt binding is for newer
 * Node-API; only where a probe fails is it compiled, once for this machine, and kept in the cache.
 * Answers which binding is in use.
 */
export async function ensureSqlite(electron) {
  if (await works(electron)) return existsSync(installed) ? 'compiled' : 'prebuilt';
  const key = hashOf(
    installedVersion('better-sqlite3'),
    readFileSync(header),
    process.platform,
    process.arch,
  );
  const kept = join(cacheFolder, `better-sqlite3-${key}.node`);
  if (!existsSync(kept)) await timed('编译 SQLite（只需一次，约两分钟）', () => compile(kept));
  mkdirSync(dirname(installed), { recursive: true });
  // Under another name first: a program that has the old binding loaded keeps it.
  copyFileSync(kept, `${installed}.partial`);
  renameSync(`${installed}.partial`, installed);
  if (await works(electron)) return 'compiled';
  rmSync(kept);
  throw new SetupError(
    'SQLite 不能加载：已清除编译结果，请重新运行 npm run setup；仍失败时附上 npm run doctor 的输出联系维护人员。',
  );
}

/** Asks both programs, each in a process of its own: a binding that does not fit ends its process. */
async function works(electron) {
  const runs = await Promise.all([
    run(process.execPath, ['-e', probe], { cwd: root }),
    run(electron, ['-e', probe], { cwd: root, env: { ELECTRON_RUN_AS_NODE: '1' } }),
  ]);
  return runs.every(({ code, output }) => code === 0 && /^\d+\.\d+/.test(output));
}

async function compile(kept) {
  await ensureSystemPackages(compilerPackages);
  mkdirSync(cacheFolder, { recursive: true });
  const work = mkdtempSync(join(cacheFolder, 'better-sqlite3-'));
  try {
    const source = join(work, 'better-sqlite3');
    cpSync(packageFolder, source, {
      recursive: true,
      filter: (path) => !/[\\/](?:prebuilds|build)$/.test(path),
    });
    symlinkSync(join(root, 'node_modules'), join(work, 'node_modules'), 'junction');
    const gyp = join(npmFolder(), 'node_modules/node-gyp/bin/node-gyp.js');
    const { code, output } = await run(
      process.execPath,
      [gyp, 'rebuild', '--release', '--force_build=1', '-j', 'max', ...nodeHeaders()],
      { cwd: source, env: { CXXFLAGS: `-include ${header}` } },
    );
    const built = join(source, 'build/Release/better_sqlite3.node');
    if (code !== 0 || !existsSync(built)) {
      const log = join(cacheFolder, 'better-sqlite3.log');
      writeFileSync(log, output);
      throw new SetupError(
        `SQLite 没有编译成功（${tail(output, 1)}）：需要 python3、make、g++ 和 Node 头文件，详见 ${log}`,
      );
    }
    copyFileSync(built, `${kept}.partial`);
    renameSync(`${kept}.partial`, kept);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

/** Node's own headers where they came with it; otherwise node-gyp fetches them. */
function nodeHeaders() {
  const places = [
    process.env.npm_config_nodedir,
    join(dirname(process.execPath), '..'),
    dirname(process.execPath),
    '/usr',
  ];
  const found = places.find((place) => place && existsSync(join(place, 'include/node/node_api.h')));
  return found === undefined ? [] : [`--nodedir=${found}`];
}
