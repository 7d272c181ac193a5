import { existsSync } from 'node:fs';
import { run, tail } from './run.mjs';
import { SetupError, timed } from './say.mjs';

/** What a window needs on a bare Debian: toolkit, a virtual display, Chinese fonts. */
const windowPackages = [
  'libgtk-3-0',
  'libnss3',
  'libasound2',
  'libgbm1',
  'libxss1',
  'libxtst6',
  'xvfb',
  'xauth',
  'fonts-noto-cjk',
];

/** What compiling the SQLite binding needs. */
export const compilerPackages = ['python3', 'make', 'g++'];

/** Makes sure that the system libraries are there. On Debian as root they are installed; else the command is told. */
export async function ensureSystemPackages(packages = windowPackages) {
  if (process.platform !== 'linux' || !existsSync('/etc/debian_version')) return;
  const missing = await missingPackages(packages);
  if (missing.length === 0) return;
  if (process.getuid() !== 0) {
    throw new SetupError(`缺少系统软件包：请运行 sudo apt-get install -y ${missing.join(' ')} 后重试。`);
  }
  await timed(`安装系统软件包 ${missing.join(' ')}`, async () => {
    const env = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-q'], { env });
    const { code, output } = await run(
      'apt-get',
      ['install', '-y', '-q', '--no-install-recommends', ...missing],
      { env },
    );
    if (code !== 0) {
      throw new SetupError(
        `系统软件包没有装上（${tail(output, 1)}）：请运行 apt-get install -y ${missing.join(' ')}`,
      );
    }
  });
}

async function missingPackages(packages) {
  // Newer Debians rename a library when its time_t grows: libgtk-3-0t64 provides libgtk-3-0.
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a format of dpkg-query, not of JavaScript
  const { output } = await run('dpkg-query', ['-W', '-f', '${Status}\t${Package}\t${Provides}\n']);
  const installed = new Set();
  for (const line of output.split('\n')) {
    const [status, name, provides = ''] = line.split('\t');
    if (!status?.startsWith('install ok')) continue;
    installed.add(name);
    for (const provided of provides.split(',')) installed.add(provided.trim().split(' ')[0]);
  }
  return packages.filter((name) => !installed.has(name));
}
