import { posix } from 'node:path';
import type { WorkbookPacker } from '../workbook-packer.ts';
import { UnknownPartError } from './part-errors.ts';
import { readSheetXml } from './xlsx-sheet.ts';
import { readSharedStrings } from './xlsx-strings.ts';
import { readStyles } from './xlsx-styles.ts';
import { XmlScan } from './xml-scan.ts';
import { readDirectory, readEntry, type ZipEntry } from './zip-archive.ts';

/**
 * Reads an xlsx or xlsm, transitional or strict, with its own scanner. Every worksheet that the workbook names is read
 * or the whole fails: no sheet is lost without a word, and a part that breaks off is not read up to there. Throws
 * `UnknownPartError` where the library may know more, `DoctypeError`, and another error for a damaged file.
 */
export function readXlsx(bytes: Buffer, into: WorkbookPacker): void {
  const parts = new Parts(bytes);
  const bookPath = parts.target('', 'officeDocument') ?? 'xl/workbook.xml';
  const book = readBook(parts.scan(bookPath));
  const relations = parts.relations(bookPath);
  const strings = onePath(relations, 'sharedStrings');
  const styles = onePath(relations, 'styles');
  const context = {
    // Some writers name these two parts and write them only when they hold something.
    strings:
      strings === undefined || !parts.has(strings)
        ? new Int32Array()
        : readSharedStrings(parts.scan(strings), into.texts),
    styles: styles === undefined || !parts.has(styles) ? [] : readStyles(parts.scan(styles)),
    from1904: book.from1904,
  };
  for (const [index, { name, hidden, relation }] of book.sheets.entries()) {
    const target = relations.get(relation) ?? (relations.size === 0 ? parts.usualSheet(index) : undefined);
    if (target === undefined) throw new Error(`sheet ${name} has no part`);
    // Sheets that hold only a chart or a dialog have no cells.
    if (target.type !== 'worksheet') continue;
    into.sheet(name, hidden, (sheet) => readSheetXml(parts.scan(target.path), context, sheet));
  }
  if (into.count === 0) throw new Error('the workbook names no sheet');
}

type NamedSheet = { readonly name: string; readonly hidden: boolean; readonly relation: string };

function readBook(scan: XmlScan): { readonly sheets: readonly NamedSheet[]; readonly from1904: boolean } {
  const sheets: NamedSheet[] = [];
  let from1904 = false;
  for (let found = scan.next(); found !== 'end'; found = scan.next()) {
    if (found === 'close') continue;
    // Extensions have an element of the same name, which says nothing of days.
    if (scan.name === 'workbookPr') from1904 ||= /^(?:1|true)$/.test(scan.attribute('date1904') ?? '');
    else if (scan.name === 'sheet') {
      sheets.push({
        name: scan.attribute('name') ?? '',
        hidden: /hidden/i.test(scan.attribute('state') ?? ''),
        relation: scan.attribute('id') ?? '',
      });
    }
  }
  return { sheets, from1904 };
}

type Relation = { readonly type: string; readonly path: string };

function onePath(relations: ReadonlyMap<string, Relation>, type: string): string | undefined {
  return [...relations.values()].find((each) => each.type === type)?.path;
}

/** The parts of the file by their path, unpacked when asked for. */
class Parts {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, ZipEntry>;

  constructor(bytes: Buffer) {
    const entries = readDirectory(bytes);
    if (entries === undefined) throw new Error('no zip directory');
    this.#bytes = bytes;
    // Some writers differ in the case of names between directory and relations.
    this.#entries = new Map(entries.map((entry) => [entry.name.replace(/^\//, '').toLowerCase(), entry]));
  }

  /** Goes through the XML of a part. */
  scan(path: string): XmlScan {
    const entry = this.#entries.get(path.toLowerCase());
    if (entry === undefined) throw new Error(`part ${path} is missing`);
    return new XmlScan(utf8Of(readEntry(this.#bytes, entry)));
  }

  has(path: string): boolean {
    return this.#entries.has(path.toLowerCase());
  }

  /** Where the sheets of a workbook without relations usually are. */
  usualSheet(index: number): Relation | undefined {
    const path = `xl/worksheets/sheet${index + 1}.xml`;
    return this.has(path) ? { type: 'worksheet', path } : undefined;
  }

  /** What a part refers to, by id; empty when nothing. */
  relations(path: string): ReadonlyMap<string, Relation> {
    const folder = posix.dirname(path);
    const place = posix.join(folder, '_rels', `${posix.basename(path)}.rels`);
    const found = new Map<string, Relation>();
    if (!this.#entries.has(place.toLowerCase())) return found;
    const scan = this.scan(place);
    for (let token = scan.next(); token !== 'end'; token = scan.next()) {
      if (token === 'close' || scan.name !== 'Relationship') continue;
      const target = decodedTarget(scan.attribute('Target') ?? '');
      const type = scan.attribute('Type') ?? '';
      found.set(scan.attribute('Id') ?? '', {
        type: type.slice(type.lastIndexOf('/') + 1),
        path: this.#pathOf(folder, target),
      });
    }
    return found;
  }

  /** From the root, from the folder of the part, or (as some writers mean it) from the root without saying so. */
  #pathOf(folder: string, target: string): string {
    if (target.startsWith('/')) return posix.normalize(target.slice(1));
    const path = posix.join(folder, target);
    return !this.has(path) && this.has(target) ? target : path;
  }

  /** Path of the first part of a kind that the file as a whole refers to. */
  target(path: string, type: string): string | undefined {
    return onePath(this.relations(path), type);
  }
}

function decodedTarget(target: string): string {
  const path = target.replaceAll('\\', '/');
  try {
    return decodeURI(path);
  } catch {
    // A percent sign that encodes nothing belongs to the name.
    return path;
  }
}

/** XML in whatever encoding it declares, as UTF-8. */
function utf8Of(content: Buffer): Buffer {
  const start = content.toString('latin1', 0, 200);
  const wide = wideEncoding(content);
  const named = /^<\?xml[^>]*encoding\s*=\s*["']([\w-]+)/.exec(start)?.[1];
  const encoding = wide ?? named ?? 'utf-8';
  if (/^(?:utf-?8|us-ascii)$/i.test(encoding)) return content.subarray(content[0] === 0xef ? 3 : 0);
  return Buffer.from(decoded(content, encoding), 'utf8');
}

function wideEncoding(content: Buffer): string | undefined {
  const [first, second] = content;
  if ((first === 0xff && second === 0xfe) || (first === 0x3c && second === 0)) return 'utf-16le';
  if ((first === 0xfe && second === 0xff) || (first === 0 && second === 0x3c)) return 'utf-16be';
  return undefined;
}

function decoded(content: Buffer, encoding: string): string {
  try {
    return new TextDecoder(encoding).decode(content);
  } catch {
    throw new UnknownPartError(encoding);
  }
}
