import { AppError } from '#shared/contract/errors.ts';

/** Largest file that is read, in bytes. */
export const largestFile = 20 * 1024 * 1024;
const megabyte = 1024 * 1024;
/** Parts of a workbook, their declared size unpacked, and how far one part may be packed. */
const limits = { parts: 2000, total: 200 * megabyte, ratio: 200, smallPart: megabyte };

/** What the first bytes say a file is. */
export type FileFormat = 'xlsx' | 'csv';

/**
 * Looks at a file before anything parses it: empty, too large, encrypted, another format, a zip that declares more
 * than it should. Throws the matching AppError; answers the format.
 */
export function guardFile(bytes: Buffer, file: string): FileFormat {
  if (bytes.length === 0) throw new AppError('file-empty', { file });
  if (bytes.length > largestFile) {
    throw new AppError('file-too-large', {
      file,
      size: toMegabytes(bytes.length),
      limit: largestFile / megabyte,
    });
  }
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new AppError(...describeOle(bytes, file));
  if (startsWith(bytes, [0x50, 0x4b])) {
    guardZip(bytes, file);
    return 'xlsx';
  }
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46]))
    throw new AppError('file-unsupported', { file, format: ' PDF' });
  if (bytes.subarray(0, 4096).includes(0) && !hasWideMark(bytes)) {
    throw new AppError('file-unsupported', { file, format: '其他类型的文件' });
  }
  return 'csv';
}

/** An OLE container is an old workbook, or a new one behind a password. */
function describeOle(
  bytes: Buffer,
  file: string,
): ['file-encrypted' | 'file-unsupported', Record<string, string>] {
  const encrypted = bytes.includes(Buffer.from('EncryptedPackage', 'utf16le'));
  return encrypted
    ? ['file-encrypted', { file }]
    : ['file-unsupported', { file, format: '旧版工作簿（.xls 或 .et）' }];
}

type ZipEntry = {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  readonly flags: number;
};

/** Reads only the directory of the zip; headers can lie, so parsing has limits of its own. */
function guardZip(bytes: Buffer, file: string): void {
  const entries = zipDirectory(bytes);
  if (entries === undefined) throw new AppError('file-damaged', { file });
  if (entries.length > limits.parts) throw new AppError('file-too-many-parts', { file });
  if (entries.some((entry) => (entry.flags & 1) !== 0)) throw new AppError('file-encrypted', { file });
  const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const bomb = entries.some(
    (entry) => entry.unpacked > limits.smallPart && entry.unpacked > entry.packed * limits.ratio,
  );
  if (total > limits.total || bomb) throw new AppError('file-bomb', { file, size: toMegabytes(total) });
  if (!entries.some((entry) => /(^|\/)workbook\.xml$/i.test(entry.name))) {
    throw new AppError('file-unsupported', { file, format: '压缩包或其他文档' });
  }
}

function zipDirectory(bytes: Buffer): readonly ZipEntry[] | undefined {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (end < 0 || end + 22 > bytes.length) return undefined;
  const count = bytes.readUInt16LE(end + 10);
  const entries: ZipEntry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) return undefined;
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.push({
      name: bytes.toString('utf8', at + 46, at + 46 + nameLength),
      packed: bytes.readUInt32LE(at + 20),
      unpacked: bytes.readUInt32LE(at + 24),
      flags: bytes.readUInt16LE(at + 8),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function startsWith(bytes: Buffer, signs: readonly number[]): boolean {
  return signs.every((sign, index) => bytes[index] === sign);
}

function hasWideMark(bytes: Buffer): boolean {
  return startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
}

function toMegabytes(size: number): number {
  return Math.ceil(size / megabyte);
}
