import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { FileToken } from '#shared/contract/bridge.ts';
import { AppError } from '#shared/contract/errors.ts';

/** A file the person handed over; its path stays in main and goes to the data process only. */
export type GrantedFile = { readonly path: string; readonly name: string };

const granted = new Map<string, GrantedFile>();
/** Tokens kept; the oldest goes first. */
const tokensKept = 500;

/** Takes a file over and gives the ticket for it. Throws `file-missing` for what is no regular file. */
export function grantFile(path: string): FileToken {
  const name = basename(path);
  const found = path === '' ? undefined : statSync(path, { throwIfNoEntry: false });
  if (found === undefined || !found.isFile()) throw new AppError('file-missing', { file: name });
  const oldest = granted.size >= tokensKept ? granted.keys().next().value : undefined;
  if (oldest !== undefined) granted.delete(oldest);
  const token = randomUUID();
  granted.set(token, { path, name });
  return { token, name, size: found.size };
}

/** The files behind the tokens that an input names; unknown tokens are left out and refused by the core. */
export function filesIn(input: unknown): Readonly<Record<string, GrantedFile>> {
  if (typeof input !== 'object' || input === null || !('tokens' in input) || !Array.isArray(input.tokens))
    return {};
  const files: Record<string, GrantedFile> = {};
  for (const token of input.tokens) {
    const file = typeof token === 'string' ? granted.get(token) : undefined;
    if (file !== undefined) files[token] = file;
  }
  return files;
}
