import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { basename } from 'node:path';
import type { FileToken } from '#shared/contract/bridge.ts';
import { AppError } from '#shared/contract/errors.ts';

/** A file the person handed over; its path stays in main and goes to the data process only. */
export type GrantedFile = { readonly path: string; readonly name: string };

const granted = new Map<string, GrantedFile>();
/** Places a person chose to save to; apart from the files above, so that what was handed over is never written to. */
const targets = new Map<string, GrantedFile>();
/** Tokens kept; the oldest goes first. */
const tokensKept = 500;

/** Takes a file over and gives the ticket for it. Throws `file-missing` for what is no regular file. */
export function grantFile(path: string): FileToken {
  const name = basename(path);
  const found = path === '' ? undefined : statSync(path, { throwIfNoEntry: false });
  if (found === undefined || !found.isFile()) throw new AppError('file-missing', { file: name });
  return { token: keep(granted, { path, name }), name, size: found.size };
}

/** Takes over a place to save to and gives the ticket for it. */
export function grantTarget(path: string): { readonly token: string; readonly name: string } {
  const name = basename(path);
  return { token: keep(targets, { path, name }), name };
}

/** Path of a place that a person chose to save to; nothing for a ticket that is not known. */
export function targetPath(token: string): string | undefined {
  return targets.get(token)?.path;
}

/** The files and the place behind the tickets that an input names; unknown ones are left out and refused by the core. */
export function filesIn(input: unknown): Readonly<Record<string, GrantedFile>> {
  if (typeof input !== 'object' || input === null) return {};
  const files: Record<string, GrantedFile> = {};
  const take = (from: ReadonlyMap<string, GrantedFile>, token: unknown) => {
    const file = typeof token === 'string' ? from.get(token) : undefined;
    if (file !== undefined) files[String(token)] = file;
  };
  if ('tokens' in input && Array.isArray(input.tokens))
    for (const token of input.tokens) take(granted, token);
  if ('target' in input) take(targets, input.target);
  return files;
}

function keep(map: Map<string, GrantedFile>, file: GrantedFile): string {
  const oldest = map.size >= tokensKept ? map.keys().next().value : undefined;
  if (oldest !== undefined) map.delete(oldest);
  const token = randomUUID();
  map.set(token, file);
  return token;
}
