// What is built: five programs for Node and Electron, and the pages.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';

/** Programs by output name; each becomes one CommonJS file in out/electron. */
export const programs = {
  main: 'electron/main/main.ts',
  preload: 'electron/preload/index.ts',
  'data-host': 'electron/data/host.ts',
  'excel-worker': 'electron/excel/worker.ts',
  cli: 'electron/cli/main.ts',
};

/** Pages; each is an entry of its own in out/renderer. */
export const pages = ['renderer/index.html', 'renderer/report.html'];

/** Modules that stay outside: given by Electron, or holding a native binding. */
const external = ['electron', 'better-sqlite3'];

/** Builds one program into a single file. */
export async function buildProgram(root, name, { watch = false } = {}) {
  await build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    ssr: { noExternal: true, external },
    build: {
      ssr: true,
      target: 'node20',
      outDir: join(root, 'out/electron'),
      emptyOutDir: false,
      minify: false,
      watch: watch ? {} : null,
      rolldownOptions: {
        input: join(root, programs[name]),
        external,
        output: { format: 'cjs', entryFileNames: `${name}.cjs`, codeSplitting: false },
      },
    },
  });
}

/** Builds the pages. */
export async function buildPages(root, { watch = false } = {}) {
  await build({
    configFile: false,
    root: join(root, 'renderer'),
    base: './',
    logLevel: 'warn',
    publicDir: false,
    plugins: [react()],
    build: {
      target: 'chrome130',
      outDir: join(root, 'out/renderer'),
      emptyOutDir: true,
      chunkSizeWarningLimit: 3000,
      watch: watch ? {} : null,
      rolldownOptions: { input: pages.map((page) => join(root, page)) },
    },
  });
}

/** Entries that do not exist; a build without them would be half an application. */
export function missingEntries(root) {
  return [...Object.values(programs), ...pages].filter((entry) => !existsSync(join(root, entry)));
}
