import { AppError } from '#shared/contract/errors.ts';
import type { Workbook } from '#shared/roster/grid.ts';
import { isWideText } from './csv-reader.ts';
import { markupText } from './read/html-text.ts';
import { readDirectory, readEntry, type ZipEntry } from './read/zip-archive.ts';

/** Largest file that is read, in bytes. */
export const largestFile = 20 * 1024 * 1024;
const megabyte = 1024 * 1024;
/** Parts of a workbook, their declared size unpacked, and how far one part may be packed. */
const limits = { parts: 2000, total: 200 * megabyte, ratio: 200, smallPart: megabyte };

/** What the content says a file is, whatever its name ends in. */
export type FileFormat = Workbook['format'];

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
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) return guardOle(bytes, file);
  if (startsWith(bytes, [0x50, 0x4b])) return guardZip(bytes, file);
  // A sheet without a container, as programs of the early nineties wrote it: BOF records of BIFF2 to BIFF5.
  if (bytes[0] === 9 && [0, 2, 4, 8].includes(bytes[1] ?? -1) && bytes[3] === 0) return 'xls';
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46]))
    throw new AppError('file-unsupported', { file, format: ' PDF' });
  if (markupText(bytes) !== undefined) return 'html';
  if (bytes.subarray(0, 4096).includes(0) && !isWideText(bytes)) {
    throw new AppError('file-unsupported', { file, format: '其他类型的文件' });
  }
  return 'csv';
}

/** An OLE container is an old workbook, or a new one behind a password, or another document. */
function guardOle(bytes: Buffer, file: string): FileFormat {
  const has = (stream: string) => bytes.includes(Buffer.from(stream, 'utf16le'));
  if (has('EncryptedPackage')) throw new AppError('file-encrypted', { file });
  if (!['Workbook', 'WORKBOOK', 'workbook', 'Book', 'BOOK'].some(has))
    throw new AppError('file-unsupported', { file, format: ' Word 或其他旧版文档' });
  return 'xls';
}

/** Reads only the directory of the zip; headers can lie, so parsing has limits of its own. */
function guardZip(bytes: Buffer, file: string): FileFormat {
  const entries = readDirectory(bytes);
  if (entries === undefined) throw new AppError('file-damaged', { file });
  if (entries.length > limits.parts) throw new AppError('file-too-many-parts', { file });
  if (entries.some((entry) => (entry.flags & 1) !== 0)) throw new AppError('file-encrypted', { file });
  const total = entries.reduce((sum, entry) => sum + entry.unpacked, 0);
  const bomb = entries.some(
    (entry) => entry.unpacked > limits.smallPart && entry.unpacked > entry.packed * limits.ratio,
  );
  if (total > limits.total || bomb) throw new AppError('file-bomb', { file, size: toMegabytes(total) });
  const format = zipFormat(bytes, entries);
  if (format === undefined) throw new AppError('file-unsupported', { file, format: '压缩包或其他文档' });
  return format;
}

function zipFormat(bytes: Buffer, entries: readonly ZipEntry[]): FileFormat | undefined {
  const has = (pattern: RegExp) => entries.some((entry) => pattern.test(entry.name));
  if (has(/(?:^|\/)workbook\d*\.xml$/i) || has(/(?:^|\/)xl\/worksheets\/[^/]+\.xml$/i)) return 'xlsx';
  if (has(/(?:^|\/)workbook\.bin$/i)) return 'xls';
  const kind = entries.find((entry) => entry.name === 'mimetype');
  if (kind === undefined || !has(/^content\.xml$/)) return undefined;
  return /spreadsheet/.test(readEntry(bytes, kind).toString('latin1')) ? 'ods' : undefined;
}

function startsWith(bytes: Buffer, signs: readonly number[]): boolean {
  return signs.every((sign, index) => bytes[index] === sign);
}

function toMegabytes(size: number): number {
  return Math.ceil(size / megabyte);
}
