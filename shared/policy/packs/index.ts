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
const national: PackFile = { path: 'national/titles.yaml', text: texts[nationalPath] ?? '' };
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
  const files = Object.entries(texts)
    .filter(([path]) => path !== nationalPath && folderOf(path) === id)
    .map(([path, text]) => ({ path: path.slice('./'.length), text }));
  const parsed = parsePackTexts(id, files, national);
  if (!parsed.ok) {
    const details = parsed.problems.map((each) => `${each.file}:${each.line} ${each.message}。${each.fix}`);
    throw new AppError('pack-invalid', { pack: id, count: details.length }, details);
  }
  loaded.set(id, parsed.pack);
  return parsed.pack;
}

/**
 * Checks and reads a pack from elsewhere (a folder on disk) against the national catalogue of the program.
 * `files` are the four files of one folder; the folder's name becomes the id.
 */
export function parsePack(files: readonly PackFile[]): ParsedPack {
  const folders = files.map((file) => file.path.split(/[\\/]/).at(-2) ?? '');
  return parsePackTexts(folders[0] || 'pack', files, national);
}

function folderOf(path: string): string {
  return path.split('/')[1] ?? '';
}
