import { readFile, stat } from 'node:fs/promises';
import { AppError } from '#shared/contract/errors.ts';
import type { PackFile } from '#shared/policy/build/build-pack.ts';
import type { Context, GrantedFile } from './context.ts';
import { ledgerPackFiles } from './ledger-pack.ts';

/** A pack file is text that people write; the largest we ship has 60 kB. */
const mostBytes = 2_000_000;

/**
 * The files of a pack from those a person handed over; files that are not among them are taken from the pack
 * in use, where there is one.
 * @throws AppError `file-token-unknown`, `file-missing`, `file-too-large`, `pack-refused` for what is no UTF-8 text
 */
export async function readPackFiles(
  context: Context,
  tokens: readonly string[],
): Promise<readonly PackFile[]> {
  const given = await Promise.all(
    tokens.map((token) => {
      const file = context.files[token];
      if (file === undefined) throw new AppError('file-token-unknown');
      return readPackFile(file);
    }),
  );
  const open = context.opened();
  const current = open === undefined ? [] : ledgerPackFiles(open.ledger);
  const taken = new Set(given.map(({ path }) => lastPart(path)));
  return [...current.filter(({ path }) => !taken.has(lastPart(path))), ...given];
}

async function readPackFile({ path, name }: GrantedFile): Promise<PackFile> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined || !found.isFile()) throw new AppError('file-missing', { file: name });
  if (found.size > mostBytes)
    throw new AppError('file-too-large', { file: name, size: Math.ceil(found.size / 1_000_000), limit: 2 });
  const bytes = await readFile(path);
  try {
    return { path: name, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    // The decoder fails on nothing but bytes that are not UTF-8.
    throw new AppError('pack-refused', { count: 1 }, [
      `“${name}”不是 UTF-8 编码的文本，请用记事本另存为 UTF-8。`,
    ]);
  }
}

function lastPart(path: string): string {
  return path.split('/').at(-1) ?? path;
}
