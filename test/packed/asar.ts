import { closeSync, openSync, readSync } from 'node:fs';
import { z } from 'zod';

type Entry = { files?: Record<string, Entry> | undefined; unpacked?: boolean | undefined };
const EntrySchema: z.ZodType<Entry> = z.lazy(() =>
  z.object({ files: z.record(z.string(), EntrySchema).optional(), unpacked: z.boolean().optional() }),
);

/** The files of an archive by path, and whether each lies outside it: the header is JSON behind four lengths. */
export function listArchive(path: string): Map<string, { readonly unpacked: boolean }> {
  const file = openSync(path, 'r');
  try {
    const lengths = Buffer.alloc(16);
    readSync(file, lengths, 0, 16, 0);
    const header = Buffer.alloc(lengths.readUInt32LE(12));
    readSync(file, header, 0, header.length, 16);
    const found = new Map<string, { readonly unpacked: boolean }>();
    collect(EntrySchema.parse(JSON.parse(header.toString('utf8'))), '', found);
    return found;
  } finally {
    closeSync(file);
  }
}

function collect(entry: Entry, path: string, found: Map<string, { readonly unpacked: boolean }>): void {
  if (entry.files === undefined) found.set(path, { unpacked: entry.unpacked === true });
  for (const [name, inner] of Object.entries(entry.files ?? {})) {
    collect(inner, path === '' ? name : `${path}/${name}`, found);
  }
}
