import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { gunzipSync, inflateRawSync } from 'node:zlib';

const tarBlock = 512;

/** Takes one file out of a .tgz; nothing when it is not in it. */
export function fileFromTarball(bytes, wanted) {
  const tar = gunzipSync(bytes);
  for (let at = 0; at + tarBlock <= tar.length; ) {
    const name = textAt(tar, at, 100);
    if (name === '') return undefined;
    const size = Number.parseInt(textAt(tar, at + 124, 12), 8);
    if (name === wanted) return tar.subarray(at + tarBlock, at + tarBlock + size);
    at += tarBlock + Math.ceil(size / tarBlock) * tarBlock;
  }
  return undefined;
}

function textAt(bytes, at, length) {
  const text = bytes.toString('latin1', at, at + length);
  const end = text.indexOf('\0');
  return (end < 0 ? text : text.slice(0, end)).trim();
}

/**
 * Unpacks a zip into a folder. `place` gives each entry its path below the folder, or nothing to leave it out.
 * Keeps the executable bit and symbolic links.
 */
export function unpackZip(zip, folder, place) {
  for (const entry of zipEntries(zip)) {
    const target = place(entry.name);
    if (target === undefined || entry.name.endsWith('/')) continue;
    const path = join(folder, target);
    if (!path.startsWith(resolve(folder) + sep))
      throw new Error(`an entry leads outside the folder: ${entry.name}`);
    mkdirSync(dirname(path), { recursive: true });
    const bytes = entryBytes(zip, entry);
    const mode = entry.mode & 0o777;
    if ((entry.mode & 0o170000) === 0o120000) symlinkSync(bytes.toString('utf8'), path);
    else {
      writeFileSync(path, bytes);
      if (mode !== 0) chmodSync(path, mode);
    }
  }
}

function* zipEntries(zip) {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0) throw new Error('this is not a zip');
  const count = zip.readUInt16LE(end + 10);
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    const nameLength = zip.readUInt16LE(at + 28);
    yield {
      name: zip.toString('utf8', at + 46, at + 46 + nameLength),
      method: zip.readUInt16LE(at + 10),
      size: zip.readUInt32LE(at + 20),
      mode: zip.readUInt32LE(at + 38) >>> 16,
      offset: zip.readUInt32LE(at + 42),
    };
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
}

function entryBytes(zip, entry) {
  const start = entry.offset + 30 + zip.readUInt16LE(entry.offset + 26) + zip.readUInt16LE(entry.offset + 28);
  const packed = zip.subarray(start, start + entry.size);
  return entry.method === 0 ? packed : inflateRawSync(packed);
}
