import { resolve } from 'node:path';

/** What the program was asked to do on its command line. */
export type CommandLine = {
  /** Arguments after `cli`, when the command line is to run instead of a window. */
  readonly cli: readonly string[] | null;
  /** Starts hidden, proves that everything works together, and ends; `roster` is the file of `--smoke=FILE`. */
  readonly smoke: { readonly roster: string | null } | null;
  /** Ledger named by `--db=`. */
  readonly databasePath: string | null;
};

/** Reads the arguments that follow the program (and, unpacked, its folder). */
export function readCommandLine(argv: readonly string[], packed: boolean): CommandLine {
  const args = argv.slice(1);
  const own = packed ? args : afterFolder(args);
  const first = own.findIndex((arg) => !arg.startsWith('-'));
  const roster = pathOf(own, '--smoke');
  return {
    cli: first >= 0 && own[first] === 'cli' ? own.slice(first + 1) : null,
    smoke: roster !== null || own.includes('--smoke') ? { roster } : null,
    databasePath: pathOf(own, '--db'),
  };
}

/** The file that an argument `--name=FILE` names. */
function pathOf(args: readonly string[], name: string): string | null {
  const path = args.find((arg) => arg.startsWith(`${name}=`))?.slice(name.length + 1);
  return path === undefined || path === '' ? null : resolve(path);
}

/** Unpacked, the first word is the folder of the application; Electron's own switches stand before it. */
function afterFolder(args: readonly string[]): readonly string[] {
  const folder = args.findIndex((arg) => !arg.startsWith('-'));
  return [...args.slice(0, Math.max(0, folder)), ...args.slice(folder + 1)];
}
