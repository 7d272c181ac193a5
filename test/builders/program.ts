import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** Bundles a program (its path from the root) so that plain Node can run it in a process of its own; gives its path. */
export async function testProgram(entry: string): Promise<string> {
  const outDir = join(root, '.cache/test-programs');
  const output = `${basename(entry, '.ts')}-${process.pid}.cjs`;
  mkdirSync(outDir, { recursive: true });
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external: ['better-sqlite3', 'vitest'] },
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: {
        input: join(root, entry),
        external: ['better-sqlite3', 'vitest'],
        output: { format: 'cjs', entryFileNames: output, codeSplitting: false },
      },
    },
  });
  return join(outDir, output);
}
