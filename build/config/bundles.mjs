// What is built: five programs for Node and Electron, and the pages.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build } from 'vite';
import { packageCollector } from './licences.mjs';

/** Programs by output name; each becomes a CommonJS file in out/electron, beside the parts they share. */
const programs = {
  main: 'electron/main/main.ts',
  'data-host': 'electron/data/host.ts',
  'excel-worker': 'electron/excel/worker.ts',
  cli: 'electron/cli/main.ts',
};
const preload = { preload: 'electron/preload/index.ts' };

/** Pages; each is an entry of its own in out/renderer. */
const pages = ['renderer/index.html', 'renderer/report.html'];

/** Modules that stay outside: given by Electron, or holding a native binding. */
const external = ['electron', 'better-sqlite3'];

/** Builds the programs of Electron and Node together, so that what they share is written once and read when needed; notes the packages in them. */
export function buildPrograms(root, packages) {
  return buildForNode(root, programs, { codeSplitting: true, packages });
}

/** Builds the preload: a sandboxed script may not ask for other files, so it is one. */
export function buildPreload(root, packages) {
  return buildForNode(root, preload, { codeSplitting: false, packages });
}

/** Builds the measurements, with the worker that reads workbooks beside them. */
export function buildBench(root, folder) {
  const entries = { 'run-case': 'build/bench/run-case.ts', 'excel-worker': programs['excel-worker'] };
  return buildForNode(root, entries, { codeSplitting: true, folder });
}

function buildForNode(root, entries, { codeSplitting, folder = 'out/electron', packages = new Set() }) {
  return build({
    configFile: false,
    root,
    logLevel: 'warn',
    publicDir: false,
    plugins: [packageCollector(packages)],
    ssr: { noExternal: true, external },
    build: {
      ssr: true,
      target: 'node20',
      outDir: join(root, folder),
      emptyOutDir: false,
      // Names stay, for the stacks in the log; less text to read is a faster start.
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(Object.entries(entries).map(([name, path]) => [name, join(root, path)])),
        external,
        output: {
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: 'part-[name]-[hash].cjs',
          codeSplitting,
          minify: { compress: true, mangle: false, codegen: true },
        },
      },
    },
  });
}

/** Builds the pages. */
export async function buildPages(root, packages) {
  await build({
    configFile: false,
    root: join(root, 'renderer'),
    base: './',
    logLevel: 'warn',
    publicDir: false,
    plugins: [react(), packageCollector(packages)],
    build: {
      target: 'chrome130',
      outDir: join(root, 'out/renderer'),
      emptyOutDir: true,
      chunkSizeWarningLimit: 3000,
      rolldownOptions: { input: pages.map((page) => join(root, page)) },
    },
  });
}

/** Entries that do not exist; a build without them would be half an application. */
export function missingEntries(root) {
  return [...Object.values(programs), ...Object.values(preload), ...pages].filter(
    (entry) => !existsSync(join(root, entry)),
  );
}
