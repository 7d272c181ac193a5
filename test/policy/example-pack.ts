import { readdirSync, readFileSync } from 'node:fs';
import type { PackFile } from '#shared/policy/build/build-pack.ts';
import type { Pack } from '#shared/policy/pack.ts';
import { loadPack, parsePack } from '#shared/policy/packs/index.ts';

const folder = new URL('./example-pack/', import.meta.url);

/** The texts of the invented district; `edit` changes one of them, to break it on purpose. */
export function exampleFiles(edit?: { readonly file: string; readonly find: string; readonly put: string }) {
  return readdirSync(folder).map((name): PackFile => {
    const text = readFileSync(new URL(name, folder), 'utf8');
    if (edit?.file !== name) return { path: `example/${name}`, text };
    if (!text.includes(edit.find)) throw new Error(`“${edit.find}” is not in ${name}`);
    return { path: `example/${name}`, text: text.replace(edit.find, edit.put) };
  });
}

let example: Pack | undefined;

/** A pack of the program by its id, or the invented district as `example`. */
export function packOf(id: string): Pack {
  if (id !== 'example') return loadPack(id);
  if (example === undefined) {
    const parsed = parsePack(exampleFiles());
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems, null, 2));
    example = parsed.pack;
  }
  return example;
}
