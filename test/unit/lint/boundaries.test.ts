import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');

/** Lints a text as if it stood at the path of the project, and returns what the linter says. */
function lintAt(path: string, text: string): { code: number | null; output: string } {
  const project = mkdtempSync(join(tmpdir(), 'tidu131-layers-'));
  try {
    const config = JSON.parse(readFileSync(join(root, 'biome.json'), 'utf8'));
    delete config.$schema;
    writeFileSync(join(project, 'biome.json'), JSON.stringify({ ...config, vcs: { enabled: false } }));
    mkdirSync(join(project, dirname(path)), { recursive: true });
    writeFileSync(join(project, path), text);
    const biome = join(root, 'node_modules/@biomejs/biome/bin/biome');
    const run = spawnSync(process.execPath, [biome, 'lint', '--colors=off', path], {
      cwd: project,
      encoding: 'utf8',
    });
    return { code: run.status, output: run.stdout + run.stderr };
  } finally {
    rmSync(project, { recursive: true });
  }
}

describe('layers', () => {
  it.each([
    ['shared/domain/x.ts', 'node:fs', '纯代码'],
    ['shared/policy/x.ts', '#electron/db/open.ts', '纯代码'],
    ['shared/domain/x.ts', '#shared/policy/pack.ts', '最底层'],
    ['renderer/ui/x.ts', 'electron', 'renderer/client/api.ts'],
    ['renderer/ui/x.ts', 'node:path', 'shared/contract'],
    ['renderer/features/firms/x.ts', '#renderer/features/awards/y.ts', '互不引用'],
    ['electron/db/x.ts', 'electron', 'electron/main'],
    ['electron/data/x.ts', 'electron', 'electron/main'],
    ['electron/cli/x.ts', 'electron', '普通 Node'],
    ['electron/main/x.ts', '#electron/db/open.ts', '数据进程'],
  ])('%s may not import %s, and the message names the right way', (path, source, hint) => {
    const { code, output } = lintAt(path, `import { x } from '${source}';\n\nx();\n`);
    expect(output).toContain('noRestrictedImports');
    expect(output).toContain(hint);
    expect(code).not.toBe(0);
  });

  it('lets through what a layer may use', () => {
    expect(lintAt('electron/db/x.ts', "import { a } from '#shared/domain/day.ts';\n\na();\n").code).toBe(0);
  });

  it('does not compile Node or the DOM in shared/', () => {
    const folder = mkdtempSync(join(root, 'shared', '.layer-'));
    try {
      writeFileSync(
        join(folder, 'x.ts'),
        'export const a = process.cwd();\nexport const b = window.location;\n',
      );
      const config = { extends: '../tsconfig.json', include: ['./x.ts'], compilerOptions: { rootDir: '..' } };
      writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify(config));
      const run = spawnSync(
        process.execPath,
        [join(root, 'node_modules/typescript/bin/tsc'), '-p', folder, '--noEmit'],
        { encoding: 'utf8' },
      );
      expect(run.stdout).toContain("'process'");
      expect(run.stdout).toContain("'window'");
      expect(run.status).not.toBe(0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
