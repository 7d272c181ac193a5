import { crc32, inflateRawSync } from 'node:zlib';
import { UnknownPartError } from './part-errors.ts';

/** One part of a zip as its directory describes it. */
export type ZipEntry = {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  /** General purpose flags; bit 0 is encryption. */
  readonly flags: number;
  /** 0 stored, 8 deflated. */
  readonly method: number;
  /** Check sum of the unpacked bytes; 0 from writers that leave it out. */
  readonly crc: number;
  /** Where the local header begins. */
  readonly offset: number;
};

const signatures = { local: 0x04034b50, central: 0x02014b50, end: 0x06054b50, end64: 0x06064b50 };
const beyond32 = 0xffffffff;
const endLength = 22;

/** The directory of a zip, zip64 included; nothing when the bytes hold none. The headers before the parts are not believed. */
export function readDirectory(bytes: Buffer): readonly ZipEntry[] | undefined {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + endLength > bytes.length) return undefined;
  const start = directoryStart(bytes, end);
  if (start === undefined) return undefined;
  const entries: ZipEntry[] = [];
  let at = start.offset;
  for (let index = 0; index < start.count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== signatures.central) return undefined;
    const nameLength = bytes.readUInt16LE(at + 28);
    const extraLength = bytes.readUInt16LE(at + 30);
    const extra = bytes.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/'),
      flags: bytes.readUInt16LE(at + 8),
      method: bytes.readUInt16LE(at + 10),
      crc: bytes.readUInt32LE(at + 16),
      ...sizesOf(
        bytes.readUInt32LE(at + 24),
        bytes.readUInt32LE(at + 20),
        bytes.readUInt32LE(at + 42),
        extra,
      ),
    });
    at += 46 + nameLength + extraLength + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function directoryStart(
  bytes: Buffer,
  end: number,
): { readonly offset: number; readonly count: number } | undefined {
  const offset = bytes.readUInt32LE(end + 16);
  const count = bytes.readUInt16LE(end + 10);
  if (offset !== beyond32 && count !== 0xffff) return { offset, count };
  if (end < 20) return undefined;
  const place = Number(bytes.readBigUInt64LE(end - 20 + 8));
  if (place + 56 > bytes.length || bytes.readUInt32LE(place) !== signatures.end64) return undefined;
  return {
    offset: Number(bytes.readBigUInt64LE(place + 48)),
    count: Number(bytes.readBigUInt64LE(place + 32)),
  };
}

/** Sizes and place; what does not fit in 32 bits stands in the extra field, in this order. */
function sizesOf(
  unpacked: number,
  packed: number,
  offset: number,
  extra: Buffer,
): Pick<ZipEntry, 'unpacked' | 'packed' | 'offset'> {
  const wide = zip64Field(extra);
  let at = 0;
  const next = (value: number) => {
    if (value !== beyond32 || wide === undefined || at + 8 > wide.length) return value;
    at += 8;
    return Number(wide.readBigUInt64LE(at - 8));
  };
  return { unpacked: next(unpacked), packed: next(packed), offset: next(offset) };
}

function zip64Field(extra: Buffer): Buffer | undefined {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) === 1) return extra.subarray(at + 4, at + 4 + extra.readUInt16LE(at + 2));
  }
  return undefined;
}

/**
 * The bytes of one part, unpacked. Throws when they are more than the directory declares or not the ones that were written:
 * a changed sign in a code must not be read without a word.
 */
export function readEntry(bytes: Buffer, entry: ZipEntry): Buffer {
  const { offset } = entry;
  if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== signatures.local) {
    throw new Error(`no local header for ${entry.name}`);
  }
  const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  const packed = bytes.subarray(start, start + entry.packed);
  const content = unpack(packed, entry);
  if (entry.crc !== 0 && crc32(content) !== entry.crc) throw new Error(`check sum of ${entry.name}`);
  return content;
}

function unpack(packed: Buffer, { method, unpacked }: ZipEntry): Buffer {
  if (method === 0) return packed;
  if (method !== 8) throw new UnknownPartError(`method ${method}`);
  return inflateRawSync(packed, { maxOutputLength: Math.max(1, unpacked) });
}
