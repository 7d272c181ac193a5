// `npm run doctor`: what this machine has, for a person to read or send on. Changes nothing.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cacheFolder, readNote, root } from './places.mjs';
import { npm, run } from './run.mjs';
import { bindingWords, sourceWords } from './words.mjs';

/** Fonts of official papers, and what stands in for each. */
const fonts = [
  ['方正小标宋', ['FZXiaoBiaoSong', '方正小标宋']],
  ['仿宋', ['FangSong', '仿宋']],
  ['楷体', ['KaiTi', '楷体']],
  ['黑体', ['SimHei', '黑体']],
  ['宋体', ['SimSun', '宋体']],
  ['后备字体 Noto CJK', ['Noto Sans CJK', 'Noto Serif CJK']],
];

async function main() {
  const runtime = readNote('runtime.json');
  const lines = [
    ['程序', JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).version],
    ['系统', `${process.platform} ${process.arch}`],
    ['Node.js', process.version],
    ['npm', (await npm(['--version'])).output.trim().split('\n').at(-1)],
    [
      'Electron',
      runtime === undefined
        ? '未准备：请运行 npm run setup'
        : `${runtime.electronVersion}（${sourceWords[runtime.electronSource]}）${runtime.electron}`,
    ],
    ['SQLite 接口', runtime === undefined ? '未准备' : bindingWords[runtime.sqliteBinding]],
    [
      'SQLite 版本',
      (
        await run(
          process.execPath,
          [
            '-p',
            "new (require('better-sqlite3'))(':memory:').prepare('SELECT sqlite_version()').pluck().get()",
          ],
          { cwd: root },
        )
      ).output.trim(),
    ],
    ['显示', display()],
    ['缓存文件夹', cacheFolder],
    ...(await fontLines()),
  ];
  for (const [name, value] of lines) process.stdout.write(`${name}：${value}\n`);
}

function display() {
  if (process.platform !== 'linux') return '系统桌面';
  const named = process.env.WAYLAND_DISPLAY || process.env.DISPLAY;
  if (named) return named;
  return existsSync('/usr/bin/xvfb-run')
    ? '没有显示器，使用虚拟显示 xvfb'
    : '没有显示器，也没有 xvfb：请安装 xvfb';
}

async function fontLines() {
  const { code, output } = await run('fc-list', ['--format', '%{family}\n']);
  if (code !== 0) return [['打印字体', '由系统管理']];
  return fonts.map(([name, families]) => [
    `字体 ${name}`,
    families.some((family) => output.includes(family)) ? '有' : '没有',
  ]);
}

await main();
