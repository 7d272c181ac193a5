import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import type { GrantedFile } from '#electron/data/context.ts';
import { AppError } from '#shared/contract/errors.ts';
import type { PackFile } from '#shared/policy/build/build-pack.ts';
import type { Pack } from '#shared/policy/pack.ts';
import { loadPack, packIds, wholePack } from '#shared/policy/packs/index.ts';

/**
 * The pack (政策包) that `--pack` names: one of the program by its id, or one in a folder.
 * @throws AppError `unknown-pack`, `pack-invalid`, `file-missing`
 */
export async function packArgument(given: string): Promise<Pack> {
  if (isProgramPack(given)) return loadPack(given);
  return wholePack(basename(resolve(given)), await readPackFolder(given));
}

/** Whether `--pack` names a pack by its id: what does not look like a place is an id, known or not. */
export function isProgramPack(given: string): boolean {
  return packIds.includes(given) || !/[./\\]/.test(given);
}

/** Texts of the YAML files of a folder; the paths begin with the folder's name. */
export async function readPackFolder(given: string): Promise<readonly PackFile[]> {
  return Promise.all(
    (await packFolder(given)).map(async ({ path, name }) => ({
      path: `${basename(resolve(given))}/${name}`,
      text: await readFile(path, 'utf8'),
    })),
  );
}

/** The YAML files of a folder as tickets for the core, which reads them itself. */
export async function packTickets(
  given: string,
): Promise<{ readonly tokens: string[]; readonly paths: Readonly<Record<string, GrantedFile>> }> {
  const files = (await packFolder(given)).map((file) => [`pack-file-${file.name}`, file] as const);
  return { tokens: files.map(([token]) => token), paths: Object.fromEntries(files) };
}

async function packFolder(given: string): Promise<readonly GrantedFile[]> {
  const folder = resolve(given);
  const found = await stat(folder).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error) throw new AppError('file-missing', { file: folder });
    throw error;
  });
  if (!found.isDirectory()) throw new AppError('usage', { problem: `“${folder}”不是文件夹。` });
  const names = (await readdir(folder)).filter((name) => /\.ya?ml$/.test(name)).sort();
  return names.map((name) => ({ path: join(folder, name), name }));
}
