import type { Workbook } from '#shared/roster/grid.ts';
import { arrangeSheet, type MergedBlock } from './arrange-sheet.ts';
import { copied, GrowingSheet } from './growing-sheet.ts';
import { cellKinds, type PackedSheet, type PackedTexts, type PackedWorkbook } from './packed-workbook.ts';
import type { CellValue } from './read/cell-values.ts';

/** Takes the texts of a workbook; the place of each is where it came in the order of their coming. */
export class TextPacker {
  #length = 0;
  #bytes = new Uint8Array(64 * 1024);
  #buffer = Buffer.from(this.#bytes.buffer);
  #count = 0;
  #ends = new Uint32Array(1024);

  /** Takes one text and answers its place. */
  add(text: string): number {
    // No sign takes more than three bytes a unit of UTF-16.
    this.#makeRoom(text.length * 3);
    const written = writeShort(text, this.#bytes, this.#length);
    this.#length += written ?? this.#buffer.write(text, this.#length, 'utf8');
    if (this.#count === this.#ends.length) this.#ends = copied(this.#ends, new Uint32Array(this.#count * 2));
    this.#ends[this.#count] = this.#length;
    this.#count += 1;
    return this.#count - 1;
  }

  packed(): PackedTexts {
    return { bytes: this.#bytes.slice(0, this.#length), ends: this.#ends.slice(0, this.#count) };
  }

  #makeRoom(more: number): void {
    const wanted = this.#length + more;
    if (wanted <= this.#bytes.length) return;
    this.#bytes = copied(this.#bytes, new Uint8Array(Math.max(wanted, this.#bytes.length * 2)));
    this.#buffer = Buffer.from(this.#bytes.buffer);
  }
}

/** Writes a short text of ASCII alone, as most numbers and codes are; undefined when it is another. */
function writeShort(text: string, into: Uint8Array, from: number): number | undefined {
  if (text.length > 24) return undefined;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at);
    if (sign > 0x7f) return undefined;
    into[from + at] = sign;
  }
  return text.length;
}

/** Takes the rows of one sheet: first the cells of a row, then its end. */
export class SheetPacker {
  readonly #texts: TextPacker;
  readonly #sheet = new GrowingSheet();

  constructor(texts: TextPacker) {
    this.#texts = texts;
  }

  /** Takes one cell of the row that is going on. */
  cell(column: number, { kind, text, number }: CellValue): void {
    this.#sheet.cell(column, cellKinds.indexOf(kind), this.#texts.add(text), number ?? Number.NaN);
  }

  /** Takes a cell of text that is packed already. */
  sharedText(column: number, place: number): void {
    this.#sheet.cell(column, cellKinds.indexOf('text'), place, Number.NaN);
  }

  /** Ends the row that is going on; one without cells is left out. */
  endRow(number: number, hidden: boolean): void {
    this.#sheet.endRow(number, hidden);
  }

  /** The sheet with its rows and cells in order and its merged blocks filled. */
  packed(name: string, hidden: boolean, blocks: readonly MergedBlock[]): PackedSheet {
    return arrangeSheet(this.#sheet.packed(name, hidden), blocks);
  }
}

/** Takes what a reader finds in a workbook, sheet by sheet. */
export class WorkbookPacker {
  readonly texts = new TextPacker();
  readonly #sheets: PackedSheet[] = [];

  /** Takes one sheet: `read` puts in its rows and answers its merged blocks. */
  sheet(name: string, hidden: boolean, read: (sheet: SheetPacker) => readonly MergedBlock[]): void {
    const sheet = new SheetPacker(this.texts);
    const blocks = read(sheet);
    this.#sheets.push(sheet.packed(name, hidden, blocks));
  }

  /** How many sheets were taken. */
  get count(): number {
    return this.#sheets.length;
  }

  packed(format: Workbook['format']): PackedWorkbook {
    return { format, texts: this.texts.packed(), sheets: this.#sheets };
  }
}
