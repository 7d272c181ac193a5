import { AppError } from '#shared/contract/errors.ts';
import type { PackFile } from '../build/build-pack.ts';
import type { Pack } from '../pack.ts';
import { type ParsedPack, parsePackTexts } from './parse-pack.ts';

const texts = import.meta.glob(['./*/*.yaml', '../national/titles.yaml'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const nationalPath = '../national/titles.yaml';
/** The national catalogue of titles that every pack is read with. */
export const nationalFile: PackFile = { path: 'national/titles.yaml', text: texts[nationalPath] ?? '' };
const loaded = new Map<string, Pack>();

/** Ids of the packs that come with the program, in alphabetical order. */
export const packIds: readonly string[] = [
  ...new Set(
    Object.keys(texts)
      .filter((path) => path !== nationalPath)
      .map(folderOf),
  ),
].sort();

/**
 * A pack that comes with the program: read once, deeply frozen.
 * @throws AppError `unknown-pack` for an id that does not exist, `pack-invalid` with one line a problem.
 */
export function loadPack(id: string): Pack {
  const known = loaded.get(id);
  if (known !== undefined) return known;
  if (!packIds.includes(id)) throw new AppError('unknown-pack', { pack: id, known: packIds.join('、') });
  const pack = wholePack(id, packFiles(id));
  loaded.set(id, pack);
  return pack;
}

/** The texts of a pack that comes with the program; none for an id that does not exist. */
export function packFiles(id: string): readonly PackFile[] {
  return Object.entries(texts)
    .filter(([path]) => path !== nationalPath && folderOf(path) === id)
    .map(([path, text]) => ({ path: path.slice('./'.length), text }));
}

/**
 * A pack from texts that must be right.
 * @throws AppError `pack-invalid` with one line a problem
 */
export function wholePack(id: string, files: readonly PackFile[]): Pack {
  const parsed = parsePackTexts(id, files, nationalFile);
  if (parsed.ok) return parsed.pack;
  const details = parsed.problems.map((each) => `${each.file}:${each.line} ${each.message}。${each.fix}`);
  throw new AppError('pack-invalid', { pack: id, count: details.length }, details);
}

/**
 * Checks and reads a pack from elsewhere (a folder on disk) against the national catalogue of the program.
 * `files` are the files of one folder; without an `id` the folder's name becomes it.
 */
export function parsePack(files: readonly PackFile[], id?: string): ParsedPack {
  const folders = files.map((file) => file.path.split(/[\\/]/).at(-2) ?? '');
  return parsePackTexts(id ?? (folders[0] || 'pack'), files, nationalFile);
}

function folderOf(path: string): string {
  return path.split('/')[1] ?? '';
}
