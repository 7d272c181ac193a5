import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hashOf, noteFolder, readNote, root, writeNote } from './places.mjs';
import { npm, tail } from './run.mjs';
import { SetupError, timed } from './say.mjs';

/** Installs the npm packages when the lockfile is not the one they were installed from. */
export async function ensurePackages() {
  const key = hashOf(
    readFileSync(join(root, 'package-lock.json')),
    process.version,
    process.platform,
    process.arch,
  );
  if (existsSync(noteFolder) && readNote('packages.json')?.key === key) return;
  await timed('安装 npm 软件包', async () => {
    const { code, output } = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund'], { cwd: root });
    if (code !== 0)
      throw new SetupError(`npm 软件包没有装上(${tail(output)})：请检查软件源后运行 npm ci --ignore-scripts`);
  });
  writeNote('packages.json', { key });
}
